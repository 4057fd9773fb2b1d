import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTidyUp } from '../../../electron/services/care/tidy-up.ts';
import { DATABASE_FILE } from '../../../electron/services/db/open.ts';
import { createScanLog } from '../../../electron/services/scans/scan-log-store.ts';
import { atOnce } from '../../../electron/services/db/steps.ts';
import { SCAN_DAYS } from '../../../shared/contract/scans.ts';
import { DAY_MS } from '../../../shared/kernel/time.ts';
import { LOST_REQUEST } from '../../outbox/fake-platform.ts';
import { type Desk, openDesk } from '../../outbox/outbox-desk.ts';
import { jpeg, photosOf } from '../photos/photo-desk.ts';

const CANARY = 'example-words-of-a-platform-that-must-go';

const tidyUpOf = (desk: Desk) =>
  createTidyUp({
    ...desk,
    evidence: { forget: desk.outbox.forgetEvidence },
    photos: photosOf(desk),
    scanLog: createScanLog(desk.database),
  });

/** One package sent, one in doubt, each with an attempt; the sent one's has words of its own. */
async function packedDesk() {
  const desk = openDesk();
  desk.outbox.start();
  const sent = desk.save('1', 'ZT1000001');
  await desk.clock.pass(100);
  desk.fake.script(LOST_REQUEST);
  const open = desk.save('2', 'ZT1000002');
  await desk.clock.pass(100);
  await desk.outbox.stop();
  desk.database
    .prepare('INSERT INTO read_back (op_seq, no, at_ms, result, detail) VALUES (?, 9, ?, ?, ?)')
    .run(desk.row(sent).seq, desk.clock.now(), 'ours', `${CANARY} ${'x'.repeat(500)}`);
  desk.database.pragma('wal_checkpoint(TRUNCATE)');
  return { desk, sent, open };
}

const evidenceOf = (desk: Desk, id: string) => {
  const { attempts, readBacks } = desk.outbox.desk.record(desk.row(id));
  return attempts.length + readBacks.length;
};

const inFiles = (desk: Desk): boolean =>
  ['', '-wal'].some((suffix) => readFileSync(join(desk.dataDir, `${DATABASE_FILE}${suffix}`)).includes(CANARY));

describe('What is old', () => {
  it('includes photos after their days, counted and noted; their number of days is a setting of its own', async () => {
    const desk = openDesk();
    const photos = photosOf(desk);
    expect((await photos.keep(jpeg(), 'Mei')).ok).toBe(true);
    const at = (days: number) => ({ nowMs: desk.clock.now(), believedMs: desk.clock.now() + days * DAY_MS });
    expect(desk.settings.set('retention.photoDays', 29)).toMatchObject({ error: { code: 'setting-invalid' } });
    expect(await tidyUpOf(desk)(at(90))).toMatchObject({ photos: 0 });
    expect(await tidyUpOf(desk)(at(91))).toMatchObject({ photos: 1 });
    const [entry] = desk.audit.about('system', 9).filter(({ action }) => action === 'retention.applied');
    expect(entry?.detail).toEqual({ packages: 0, entries: 0, scans: 0, photos: 1 });
  });

  it('goes after its time, of finished packages only; the packages stay and the books balance', async () => {
    const { desk, sent, open } = await packedDesk();
    const before = desk.outbox.conservation();
    const kept = evidenceOf(desk, open);
    const nowMs = desk.clock.now() + 91 * DAY_MS;
    expect(await tidyUpOf(desk)({ nowMs, believedMs: nowMs })).toEqual({
      packages: 1,
      entries: 0,
      scans: 0,
      photos: 0,
    });
    expect(evidenceOf(desk, sent)).toBe(0);
    expect(evidenceOf(desk, open)).toBe(kept);
    expect(kept).toBeGreaterThan(0);
    expect(desk.stateOf(sent)).toBe('shipped');
    expect(desk.outbox.conservation()).toEqual(before);
    expect(atOnce(desk.outbox.verifyJournal()).missingOps).toBe(0);
  });

  it('stays until then, and as long as the settings say; they cannot be set below a month', async () => {
    const { desk, sent } = await packedDesk();
    const kept = evidenceOf(desk, sent);
    const at = (days: number) => {
      const nowMs = desk.clock.now() + days * DAY_MS;
      return { nowMs, believedMs: nowMs };
    };
    await tidyUpOf(desk)(at(89));
    expect(desk.settings.set('retention.attemptDays', 200).ok).toBe(true);
    await tidyUpOf(desk)(at(199));
    expect(evidenceOf(desk, sent)).toBe(kept);
    expect(desk.settings.set('retention.attemptDays', 29)).toMatchObject({ error: { code: 'setting-invalid' } });
    expect(desk.settings.set('retention.auditDays', 1_000)).toMatchObject({ error: { code: 'setting-invalid' } });
  });

  it('cannot be taken from an open package by any statement', async () => {
    const { desk, open } = await packedDesk();
    const { seq } = desk.row(open);
    const filled = ['attempt', 'attempt_result', 'read_back'].filter(
      (table) => desk.database.prepare(`SELECT count(*) FROM ${table} WHERE op_seq = ${seq}`).pluck().get() !== 0,
    );
    expect(filled).toContain('attempt');
    for (const table of filled)
      expect(() => desk.database.exec(`DELETE FROM ${table} WHERE op_seq = ${seq}`)).toThrow('never');
  });

  it.each([
    ['ON', false],
    ['OFF', true],
  ])('is not in the files any more: with secure_delete %s its words are found: %s', async (secureDelete, found) => {
    const { desk } = await packedDesk();
    expect(inFiles(desk)).toBe(true);
    desk.database.pragma(`secure_delete = ${secureDelete}`);
    const nowMs = desk.clock.now() + 91 * DAY_MS;
    await tidyUpOf(desk)({ nowMs, believedMs: nowMs });
    expect(inFiles(desk)).toBe(found);
  });

  it('of the raw scans goes after 30 days, and nothing younger', async () => {
    const desk = openDesk();
    const log = createScanLog(desk.database);
    const nowMs = desk.clock.now() + 100 * DAY_MS;
    const oldest = nowMs - SCAN_DAYS * DAY_MS;
    const scan = (atMs: number) =>
      log.record({
        ...{ atMs, text: '6901234567892', origin: null, isKey: false, step: 'items', took: 'item' },
        ...{ verdict: 'item-accepted', reason: '', operator: 'Mei' },
      });
    desk.database.transaction(() => {
      for (let index = 1; index <= 450; index += 1) scan(oldest - index);
    })();
    scan(oldest + 1);
    expect(await tidyUpOf(desk)({ nowMs, believedMs: nowMs })).toEqual({
      packages: 0,
      entries: 0,
      scans: 450,
      photos: 0,
    });
    expect(log.newest({ limit: 500 })).toHaveLength(1);
  });

  it('goes in small slices, with a turn for scans after each', async () => {
    const desk = openDesk();
    const insert = desk.database.prepare('INSERT INTO attempt VALUES (?, 1, 1, 1)');
    for (let n = 1; n <= 900; n += 1) {
      const { seq, id } = desk.row(desk.save(String(n), `ZT${1_000_000 + n}`));
      desk.outbox.desk.decide(id, 'cancel', { actor: 'lead' });
      insert.run(seq);
    }
    let turns = 0;
    const count = (): void => {
      turns += 1;
      if (turns < 1_000) setImmediate(count);
    };
    setImmediate(count);
    const nowMs = desk.clock.now() + 91 * DAY_MS;
    expect(await tidyUpOf(desk)({ nowMs, believedMs: nowMs })).toMatchObject({ packages: 900 });
    expect(turns).toBeGreaterThanOrEqual(5);
  });
});
