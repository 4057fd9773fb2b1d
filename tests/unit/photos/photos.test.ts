import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAuditLog } from '../../../electron/services/audit/audit-log.ts';
import { openPhotoFiles } from '../../../electron/services/photos/photo-files.ts';
import { PHOTO_ROOM_BYTES } from '../../../electron/services/photos/photos.ts';
import { DAY_MS, MINUTE_MS } from '../../../shared/kernel/time.ts';
import { openDesk } from '../../outbox/outbox-desk.ts';
import { temporaryFolder } from '../../support/hosts.ts';
import { jpeg, photosOf } from './photo-desk.ts';

const PICTURE = jpeg();
const HASH = createHash('sha256').update(PICTURE).digest('hex');

function setup(free?: () => number) {
  const desk = openDesk();
  const photos = photosOf({ ...desk, ...(free === undefined ? {} : { free }) });
  const op = (orderId = '1', waybill = 'ZT1000001') => {
    const { id, seq } = desk.row(desk.save(orderId, waybill));
    return { id, seq, operator: 'Mei' };
  };
  const keep = async (bytes: Uint8Array = PICTURE) => {
    const kept = await photos.keep(bytes, 'Mei');
    if (!kept.ok) throw new Error(kept.error.code);
    return kept.value;
  };
  const rowOf = (id: string) =>
    desk.database.prepare<[string], { path: string; sha256: string }>('SELECT * FROM photo WHERE id = ?').get(id);
  const fileOf = (id: string): string => join(desk.dataDir, rowOf(id)?.path ?? 'none');
  return { ...desk, photos, op, keep, rowOf, fileOf };
}

/** A package with a photo. */
async function photographed() {
  const desk = setup();
  const [op, photo] = [desk.op(), await desk.keep()];
  desk.photos.settle(op, photo, null);
  return { ...desk, saved: op, photo };
}

describe('a photo', () => {
  it('is a file of its own under the day it was taken, for its user only, with its hash in the database', async () => {
    const { keep, fileOf, rowOf } = setup();
    const { id } = await keep();
    expect(rowOf(id)?.path).toMatch(/^photos\/\d{4}\/\d{2}\/\d{2}\/[0-9a-f]{32}\.jpg$/);
    expect(rowOf(id)?.sha256).toBe(HASH);
    expect(readFileSync(fileOf(id))).toEqual(Buffer.from(PICTURE));
    expect(statSync(fileOf(id)).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(fileOf(id))).mode & 0o777).toBe(0o700);
    expect(readdirSync(dirname(fileOf(id)))).toEqual([`${id}.jpg`]);
  });

  it('is refused where it is no picture, and leaves nothing behind', async () => {
    const { photos, dataDir, database } = setup();
    const refused = await photos.keep(Buffer.from('<script>alert(1)</script>'.padEnd(99)), 'Mei');
    expect(refused).toEqual({ ok: false, error: { code: 'photo-unreadable' } });
    expect(existsSync(join(dataDir, 'photos'))).toBe(false);
    expect(database.prepare('SELECT count(*) FROM photo').pluck().get()).toBe(0);
  });

  it('belongs to its package from the commit that saves it, and the log takes down its hash', async () => {
    const { photos, saved, database } = await photographed();
    expect(photos.of(saved.id)).toMatchObject({ state: 'kept', takenBy: 'Mei', sha256: HASH, bytes: PICTURE.length });
    const [entry] = createAuditLog(database)
      .about(`op:${saved.id}`, 50)
      .filter(({ action }) => action === 'photo.kept');
    expect(entry).toMatchObject({ actor: 'Mei', detail: { sha256: HASH, bytes: PICTURE.length } });
  });

  it('is never changed, taken away or given to another package by any statement', async () => {
    const { database } = await photographed();
    expect(() => database.exec(`UPDATE photo SET sha256 = '${'0'.repeat(64)}'`)).toThrow('never changed');
    expect(() => database.exec(`UPDATE photo SET path = 'photos/2026/01/01/x.jpg'`)).toThrow('never changed');
    expect(() => database.exec('DELETE FROM photo')).toThrow('is kept');
    expect(() => database.exec('UPDATE op_photo SET op_seq = op_seq + 1')).toThrow('keeps its photo');
    expect(() => database.exec('DELETE FROM op_photo')).toThrow('keeps its photo');
  });

  it('may arrive a moment after its package was saved, once, and not later', async () => {
    const { photos, op, keep, clock } = setup();
    const saved = op();
    const [first, second] = [await keep(), await keep()];
    expect(photos.settleLate(saved.id, first, 'Mei')).toBe(true);
    expect(photos.settleLate(saved.id, second, 'Mei')).toBe(false);
    const other = op('2', 'ZT1000002');
    expect(photos.settleLate(other.id, first, 'Mei')).toBe(false);
    await clock.pass(3 * MINUTE_MS);
    expect(photos.settleLate(other.id, second, 'Mei')).toBe(false);
    expect(photos.settleLate('no such package', second, 'Mei')).toBe(false);
    expect(photos.of(other.id)).toBeNull();
  });

  it('is hashed anew when it is shown: missing and changed ones are told, and what is no picture is not handed out', async () => {
    const { photos, saved, photo, fileOf } = await photographed();
    expect(await photos.show(saved.id)).toEqual({ finding: 'whole', bytes: Buffer.from(PICTURE) });
    writeFileSync(fileOf(photo.id), jpeg({ filler: 65 }));
    expect(await photos.show(saved.id)).toMatchObject({ finding: 'changed', bytes: expect.anything() as unknown });
    writeFileSync(fileOf(photo.id), '<script>alert(1)</script>'.padEnd(99));
    expect(await photos.show(saved.id)).toEqual({ finding: 'changed', bytes: null });
    rmSync(fileOf(photo.id));
    expect(await photos.show(saved.id)).toEqual({ finding: 'missing', bytes: null });
    expect(await photos.show('no such package')).toBeNull();
  });

  it('is found by the check where it is missing or was changed', async () => {
    const { photos, op, keep, fileOf } = setup();
    const kept = [await keep(), await keep(), await keep()];
    kept.forEach((photo, at) => photos.settle(op(String(at), `ZT100000${at}`), photo, null));
    expect(await photos.check()).toEqual({ checked: 3, missing: 0, changed: 0 });
    const turned = Buffer.from(PICTURE);
    turned[60] = (turned[60] ?? 0) ^ 1;
    writeFileSync(fileOf(kept[0]?.id ?? ''), turned);
    rmSync(fileOf(kept[2]?.id ?? ''));
    expect(await photos.check()).toEqual({ checked: 3, missing: 1, changed: 1 });
  });

  it('stops when the disk fills up, long before packages do', async () => {
    let free = PHOTO_ROOM_BYTES;
    const { photos } = setup(() => free);
    expect((await photos.keep(PICTURE, 'Mei')).ok).toBe(true);
    free -= 1;
    expect(photos.hasRoom()).toBe(false);
    expect(await photos.keep(PICTURE, 'Mei')).toEqual({
      ok: false,
      error: { code: 'photo-no-room', megabytes: 1_023 },
    });
  });

  it('that cannot be written is a sentence, not a crash', async () => {
    const { photos, dataDir } = setup();
    writeFileSync(join(dataDir, 'photos'), 'a file where the folder belongs');
    expect(await photos.keep(PICTURE, 'Mei')).toMatchObject({ ok: false, error: { code: 'photo-not-written' } });
  });

  it('goes by age, file first; what it was stays known', async () => {
    const { photos, saved, photo, fileOf, keep, clock } = await photographed();
    await clock.pass(40 * DAY_MS);
    const young = await keep();
    expect(await photos.forgetBefore(clock.now() - 90 * DAY_MS, 10)).toBe(0);
    const orphan = join(dirname(fileOf(photo.id)), `${'0'.repeat(32)}.jpg`);
    writeFileSync(orphan, PICTURE);
    expect(await photos.forgetBefore(clock.now() - 30 * DAY_MS, 10)).toBe(1);
    expect([existsSync(fileOf(photo.id)), existsSync(fileOf(young.id)), existsSync(orphan)]).toEqual([
      false,
      true,
      false,
    ]);
    expect(photos.of(saved.id)).toMatchObject({ state: 'gone', sha256: HASH });
    expect(await photos.show(saved.id)).toEqual({ finding: 'removed', bytes: null });
    expect(await photos.check()).toEqual({ checked: 0, missing: 0, changed: 0 });
    expect(await photos.forgetBefore(clock.now() + 1, 10)).toBe(1);
    expect([existsSync(fileOf(young.id)), existsSync(dirname(fileOf(young.id)))]).toEqual([false, true]);
  });
});

describe('the path of a photo', () => {
  const OUTSIDE = [
    '../secret.txt',
    'photos/../secret.txt',
    'photos/2026/01/01/../../../../secret.txt',
    '/etc/passwd',
    'photos\\2026\\01\\01\\a.jpg',
    `photos/2026/01/01/${'a'.repeat(32)}.jpg/../../../../../secret.txt`,
    `photos/2026/01/01/${'a'.repeat(32)}.jpg\0.txt`,
    `photos/2026/01/01/${'a'.repeat(31)}.jpg`,
    'desk.db',
    '',
  ];

  it.each(OUTSIDE)('that is none of ours opens, measures and removes nothing: %j', async (path) => {
    const dataDir = temporaryFolder();
    mkdirSync(join(dataDir, 'photos', '2026', '01', '01'), { recursive: true });
    for (const name of ['secret.txt', 'desk.db']) writeFileSync(join(dataDir, name), 'example-secret');
    const files = openPhotoFiles(dataDir);
    expect([await files.read(path), await files.size(path)]).toEqual([null, null]);
    await files.remove(path);
    expect(existsSync(join(dataDir, 'secret.txt')) && existsSync(join(dataDir, 'desk.db'))).toBe(true);
  });

  it('of old days ends at the folder of photos', async () => {
    const dataDir = temporaryFolder();
    const outside = temporaryFolder();
    writeFileSync(join(outside, 'kept.txt'), 'kept');
    mkdirSync(join(dataDir, 'photos', '2020', '01'), { recursive: true });
    mkdirSync(join(dataDir, 'photos', 'notes'));
    symlinkSync(outside, join(dataDir, 'photos', '2020', '01', '02'));
    await openPhotoFiles(dataDir).removeDays(Date.parse('2026-01-01T00:00:00Z'));
    expect(existsSync(join(outside, 'kept.txt'))).toBe(true);
    expect(existsSync(join(dataDir, 'photos', 'notes'))).toBe(true);
    await openPhotoFiles(outside).removeDays(Date.now());
  });
});
