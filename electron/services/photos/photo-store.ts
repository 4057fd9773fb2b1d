import type { Database } from 'better-sqlite3';
import { type PhotoMiss, PhotoMissSchema } from '../../../shared/domain/photo.ts';

/** What a photo is; its file lies at `path` inside the data folder. */
export type PhotoRecord = {
  readonly id: string;
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly takenAtMs: number;
  readonly takenBy: string;
  readonly removedAtMs: number | null;
};

/** Why a package has none, and whether a lead let it go so. */
export type MissRecord = { readonly why: PhotoMiss; readonly excused: boolean };

/** The only SQL on `photo`, `op_photo` and `op_photo_miss`. */
export type PhotoStore = {
  readonly add: (photo: Omit<PhotoRecord, 'removedAtMs'>) => void;
  /** A photo that belongs to no package yet; null where there is none. */
  readonly free: (id: string) => PhotoRecord | null;
  /** Within the commit that saves the package. */
  readonly link: (opSeq: number, photoId: string) => void;
  readonly miss: (opSeq: number, miss: MissRecord) => void;
  /** A package that has no photo yet, with when it was saved; null where it has one, or is none. */
  readonly bare: (opId: string) => { readonly seq: number; readonly savedAtMs: number } | null;
  readonly of: (opId: string) => PhotoRecord | null;
  readonly missOf: (opId: string) => MissRecord | null;
  /** Photos with a file, taken before a moment, oldest first. */
  readonly older: (beforeMs: number, limit: number) => readonly PhotoRecord[];
  /** Photos of packages with a file, newest first, behind a place in that order. */
  readonly newest: (limit: number, offset: number) => readonly PhotoRecord[];
  readonly removed: (ids: readonly string[], atMs: number) => void;
  readonly transaction: <Value>(task: () => Value) => Value;
};

type PhotoRow = {
  id: string;
  path: string;
  sha256: string;
  bytes: number;
  taken_at_ms: number;
  taken_by: string;
  removed_at_ms: number | null;
};

/** Opens the store over its tables. */
export function createPhotoStore(database: Database): PhotoStore {
  const add = database.prepare(
    'INSERT INTO photo (id, path, sha256, bytes, taken_at_ms, taken_by) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const free = database.prepare<[string], PhotoRow>(
    `SELECT * FROM photo WHERE id = ? AND removed_at_ms IS NULL
       AND NOT EXISTS (SELECT 1 FROM op_photo WHERE op_photo.photo_id = photo.id)`,
  );
  const link = database.prepare('INSERT INTO op_photo (op_seq, photo_id) VALUES (?, ?)');
  const miss = database.prepare('INSERT INTO op_photo_miss (op_seq, why, excused) VALUES (?, ?, ?)');
  const bare = database.prepare<[string], { seq: number; created_at_ms: number }>(
    `SELECT seq, created_at_ms FROM op WHERE id = ? AND kind = 'send'
       AND NOT EXISTS (SELECT 1 FROM op_photo WHERE op_photo.op_seq = op.seq)`,
  );
  const of = database.prepare<[string], PhotoRow>(
    `SELECT photo.* FROM op JOIN op_photo ON op_photo.op_seq = op.seq JOIN photo ON photo.id = op_photo.photo_id
     WHERE op.id = ?`,
  );
  const missOf = database.prepare<[string], { why: string; excused: number }>(
    `SELECT why, excused FROM op JOIN op_photo_miss ON op_photo_miss.op_seq = op.seq WHERE op.id = ?`,
  );
  const older = database.prepare<[number, number], PhotoRow>(
    'SELECT * FROM photo WHERE removed_at_ms IS NULL AND taken_at_ms < ? ORDER BY taken_at_ms LIMIT ?',
  );
  const newest = database.prepare<[number, number], PhotoRow>(
    `SELECT photo.* FROM op_photo JOIN photo ON photo.id = op_photo.photo_id WHERE removed_at_ms IS NULL
     ORDER BY op_photo.op_seq DESC LIMIT ? OFFSET ?`,
  );
  const removed = database.prepare('UPDATE photo SET removed_at_ms = ? WHERE id = ?');
  return {
    add: ({ id, path, sha256, bytes, takenAtMs, takenBy }) => {
      add.run(id, path, sha256, bytes, takenAtMs, takenBy);
    },
    free: (id) => recordOf(free.get(id)),
    link: (opSeq, photoId) => {
      link.run(opSeq, photoId);
    },
    miss: (opSeq, { why, excused }) => {
      miss.run(opSeq, why, excused ? 1 : 0);
    },
    bare: (opId) => {
      const row = bare.get(opId);
      return row === undefined ? null : { seq: row.seq, savedAtMs: row.created_at_ms };
    },
    of: (opId) => recordOf(of.get(opId)),
    missOf: (opId) => {
      const row = missOf.get(opId);
      return row === undefined ? null : { why: PhotoMissSchema.parse(row.why), excused: row.excused === 1 };
    },
    older: (beforeMs, limit) => older.all(beforeMs, limit).flatMap((row) => recordOf(row) ?? []),
    newest: (limit, offset) => newest.all(limit, offset).flatMap((row) => recordOf(row) ?? []),
    removed: (ids, atMs) => {
      for (const id of ids) removed.run(atMs, id);
    },
    transaction: (task) => database.transaction(task).immediate(),
  };
}

const recordOf = (row: PhotoRow | undefined): PhotoRecord | null =>
  row === undefined
    ? null
    : {
        id: row.id,
        path: row.path,
        sha256: row.sha256,
        bytes: row.bytes,
        takenAtMs: row.taken_at_ms,
        takenBy: row.taken_by,
        removedAtMs: row.removed_at_ms,
      };
