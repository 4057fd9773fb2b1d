import { createHash } from 'node:crypto';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { PackagePhoto, PhotoMiss } from '../../../shared/domain/photo.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { isoFromMs, MINUTE_MS } from '../../../shared/kernel/time.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { DiskRoom } from '../care/disk-room.ts';
import type { Clock, Log } from '../ports.ts';
import { isPhoto } from './jpeg.ts';
import { newPhotoId, type PhotoFiles } from './photo-files.ts';
import type { PhotoRecord, PhotoStore } from './photo-store.ts';

const MB = 1024 * 1024;
/** Below this no photo is kept: twice the room at which packages stop being saved, so that photos stop long before. */
export const PHOTO_ROOM_BYTES = 1_024 * MB;
/** A picture that was taken when its package was saved may arrive so much later. */
const LATE_MS = 2 * MINUTE_MS;
/** Of so many of the newest photos the check reads the whole file; of all others it looks at the size. */
const READ_WHOLE = 500;
const SLICE = 200;

/** A photo as the bench holds it until its package is saved. */
export type TakenPhoto = { readonly id: string; readonly takenAt: string };
export type PhotoFinding = 'whole' | 'missing' | 'changed' | 'removed';
export type PhotoCheck = { readonly checked: number; readonly missing: number; readonly changed: number };

/** Photos of packages: one file each in the data folder, never in the database. */
export type Photos = {
  /** Writes a picture to the disk, synced. Errors: not a picture, no room, a disk that refuses. */
  readonly keep: (bytes: Uint8Array, takenBy: string) => Promise<Result<TakenPhoto, Problem>>;
  readonly hasRoom: () => boolean;
  /** A kept photo that belongs to no package yet. */
  readonly free: (id: string) => TakenPhoto | null;
  /** Within the commit that saves the package: its photo, or why it has none. The log takes down the photo's hash. */
  readonly settle: (op: SavedOp, photo: TakenPhoto | null, miss: { why: PhotoMiss; excused: boolean } | null) => void;
  /** Gives a photo to a package that was saved a moment ago without one; false where it is too late or has one. */
  readonly settleLate: (opId: string, photo: TakenPhoto, operator: string) => boolean;
  readonly of: (opId: string) => PackagePhoto | null;
  /** The picture of a package, hashed anew; its bytes only where they are a picture. Null: the package has none. */
  readonly show: (opId: string) => Promise<ShownPhoto | null>;
  /** Deletes files older than a moment (epoch ms), at most `limit`; what they were stays known. */
  readonly forgetBefore: (beforeMs: number, limit: number) => Promise<number>;
  readonly check: () => Promise<PhotoCheck>;
};

export type SavedOp = { readonly seq: number; readonly id: string; readonly operator: string };
export type ShownPhoto = { readonly finding: PhotoFinding; readonly bytes: Uint8Array | null };

type Deps = {
  readonly store: PhotoStore;
  readonly files: PhotoFiles;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly room: Pick<DiskRoom, 'freeBytes'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
};

/** Opens the photos of a data folder. */
export function createPhotos(deps: Deps): Photos {
  const { store, room, clock } = deps;
  const hasRoom = (): boolean => room.freeBytes() >= PHOTO_ROOM_BYTES;
  return {
    hasRoom,
    keep: async (bytes, takenBy) => {
      if (!isPhoto(bytes)) return err({ code: 'photo-unreadable' });
      if (!hasRoom()) return err({ code: 'photo-no-room', megabytes: Math.floor(room.freeBytes() / MB) });
      return await write(deps, bytes, takenBy);
    },
    free: (id) => takenOf(store.free(id)),
    settle: (op, photo, miss) => {
      if (photo !== null) link(deps, op, photo.id);
      else if (miss !== null) store.miss(op.seq, miss);
    },
    settleLate: (opId, photo, operator) =>
      store.transaction(() => {
        const op = store.bare(opId);
        if (op === null || store.free(photo.id) === null || clock.now() - op.savedAtMs > LATE_MS) return false;
        link(deps, { seq: op.seq, id: opId, operator }, photo.id);
        return true;
      }),
    of: (opId) => packagePhoto(store, opId),
    show: async (opId) => {
      const photo = store.of(opId);
      return photo === null ? null : await show(deps, photo);
    },
    forgetBefore: (beforeMs, limit) => forgetBefore(deps, beforeMs, limit),
    check: () => check(deps),
  };
}

async function write(
  { store, files, clock, log }: Deps,
  bytes: Uint8Array,
  takenBy: string,
): Promise<Result<TakenPhoto, Problem>> {
  const [id, takenAtMs] = [newPhotoId(), clock.now()];
  try {
    const path = await files.write(id, bytes, takenAtMs);
    store.add({ id, path, sha256: hashOf(bytes), bytes: bytes.length, takenAtMs, takenBy });
    return ok({ id, takenAt: isoFromMs(takenAtMs) });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
    log.error('photo-not-written', { reason });
    return err({ code: 'photo-not-written', detail: reason });
  }
}

function link({ store, audit, clock }: Deps, { seq, id, operator }: SavedOp, photoId: string): void {
  store.link(seq, photoId);
  const photo = store.of(id);
  if (photo === null) return;
  const { sha256, bytes } = photo;
  audit.append({
    atMs: clock.now(),
    actor: operator,
    action: 'photo.kept',
    subject: `op:${id}`,
    detail: { sha256, bytes },
  });
}

function packagePhoto(store: PhotoStore, opId: string): PackagePhoto | null {
  const photo = store.of(opId);
  if (photo === null) {
    const miss = store.missOf(opId);
    return miss === null ? null : { state: 'none', ...miss };
  }
  const { sha256, bytes, takenBy, removedAtMs } = photo;
  const takenAt = isoFromMs(photo.takenAtMs);
  return removedAtMs === null
    ? { state: 'kept', takenAt, takenBy, sha256, bytes }
    : { state: 'gone', takenAt, removedAt: isoFromMs(removedAtMs), sha256 };
}

async function show({ files }: Deps, photo: PhotoRecord): Promise<ShownPhoto> {
  if (photo.removedAtMs !== null) return { finding: 'removed', bytes: null };
  const bytes = await files.read(photo.path);
  if (bytes === null) return { finding: 'missing', bytes: null };
  return { finding: hashOf(bytes) === photo.sha256 ? 'whole' : 'changed', bytes: isPhoto(bytes) ? bytes : null };
}

/** The file goes first: a row that says so too early would leave a file nobody looks for again. */
async function forgetBefore({ store, files, clock }: Deps, beforeMs: number, limit: number): Promise<number> {
  const old = store.older(beforeMs, limit);
  for (const { path } of old) await files.remove(path);
  // What a power cut left between a file and its row goes with its day.
  if (old.length < limit) await files.removeDays(beforeMs);
  const removed = old.map(({ id }) => id);
  if (removed.length > 0) store.transaction(() => store.removed(removed, clock.now()));
  return removed.length;
}

async function check({ store, files }: Deps): Promise<PhotoCheck> {
  const found = { checked: 0, missing: 0, changed: 0 };
  for (let photos = store.newest(SLICE, 0); photos.length > 0; photos = store.newest(SLICE, found.checked))
    for (const { path, sha256, bytes } of photos) {
      const whole = found.checked < READ_WHOLE;
      const content = whole ? await files.read(path) : null;
      const size = whole ? (content?.length ?? null) : await files.size(path);
      found.checked += 1;
      if (size === null) found.missing += 1;
      else if (size !== bytes || (content !== null && hashOf(content) !== sha256)) found.changed += 1;
    }
  return found;
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const takenOf = (photo: PhotoRecord | null): TakenPhoto | null =>
  photo === null ? null : { id: photo.id, takenAt: isoFromMs(photo.takenAtMs) };
