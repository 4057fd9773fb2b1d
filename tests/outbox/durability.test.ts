import { appendFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createOpStore } from '../../electron/services/outbox/store/op-store.ts';
import { createOpReader } from '../../electron/services/outbox/store/op-reader.ts';
import { next } from '../../electron/services/outbox/machine.ts';
import { LOST_REQUEST } from './fake-platform.ts';
import { MINUTE, openDesk, sendPayload, SHOP } from './outbox-desk.ts';
import { rulesFor } from './rules.ts';
import { writeBackup } from '../../electron/services/db/backup.ts';
import { DATABASE_FILE } from '../../electron/services/db/open.ts';
import { atOnce } from '../../electron/services/db/steps.ts';
import { join } from 'node:path';

/** A desk whose app died in the middle of sending its only package. */
async function deskThatDiedSending() {
  const desk = openDesk();
  desk.fake.script({ applies: true, waitFor: new Promise(() => undefined) });
  const id = desk.save('1', 'ZT1000001');
  desk.outbox.start();
  await desk.clock.pass(10);
  desk.crash();
  return { desk, id };
}

describe('After the app died while sending', () => {
  it('the package is in doubt, and looked up instead of sent again (T8)', async () => {
    const { desk, id } = await deskThatDiedSending();
    desk.fake.ledger.push({ orderId: '1', waybill: 'ZT1000001', kind: 'send' });
    const again = openDesk({ dataDir: desk.dataDir, clock: desk.clock, fake: desk.fake });
    expect(again.row(id).status).toMatchObject({ state: 'in_doubt', code: 'local:crashed' });
    again.outbox.start();
    await again.clock.pass(MINUTE + 1_000);
    expect(again.row(id).status).toMatchObject({ state: 'shipped', proof: 'read-back' });
    expect(desk.fake.calls.sends).toBe(1);
  });

  it('a third death with the same package quarantines it (T20)', async () => {
    const { desk, id } = await deskThatDiedSending();
    const options = { dataDir: desk.dataDir, clock: desk.clock, fake: desk.fake };
    for (let death = 2; death <= 3; death += 1) {
      const again = openDesk(options);
      desk.fake.script({ applies: false, waitFor: new Promise(() => undefined) });
      again.outbox.desk.decide(id, 'not-shipped', { actor: 'lead' });
      again.outbox.start();
      await again.clock.pass(10);
      expect(again.stateOf(id)).toBe('sending');
      again.crash();
    }
    const last = openDesk(options);
    expect(last.row(id).status).toMatchObject({ state: 'quarantined', code: 'local:crash-loop' });
  });

  it('two looks of two different runs do not add up', async () => {
    const { desk, id } = await deskThatDiedSending();
    const options = { dataDir: desk.dataDir, clock: desk.clock, fake: desk.fake };
    for (let run = 0; run < 3; run += 1) {
      const again = openDesk(options);
      again.outbox.start();
      await again.clock.pass(run === 0 ? MINUTE + 1_000 : MINUTE / 2);
      expect(again.stateOf(id)).toBe('in_doubt');
      again.crash();
      desk.clock.jump(90 * 24 * 60 * MINUTE);
    }
    expect(desk.fake.calls).toMatchObject({ sends: 1 });
    expect(desk.fake.calls.looks).toBeGreaterThan(1);
  });

  it('a clock that was set back strands nothing', async () => {
    const desk = openDesk();
    desk.fake.script(LOST_REQUEST);
    desk.outbox.start();
    const doubtful = desk.save('1', 'ZT1000001');
    await desk.clock.pass(10);
    const ready = desk.save('2', 'ZT1000002');
    desk.crash();
    desk.clock.jump(-30 * 24 * 60 * MINUTE);
    const again = openDesk({ dataDir: desk.dataDir, clock: desk.clock, fake: desk.fake });
    again.outbox.start();
    await again.clock.pass(4 * MINUTE);
    expect([doubtful, ready].map(again.stateOf)).toEqual(['shipped', 'shipped']);
  });
});

describe('Writing a change', () => {
  it('is refused to a run of the app that is no longer the newest (I-8)', () => {
    const desk = openDesk();
    const id = desk.save('1', 'ZT1000001');
    desk.database.prepare('INSERT INTO epoch (started_at_ms) VALUES (?)').run(desk.clock.now());
    expect(desk.outbox.desk.decide(id, 'cancel', { actor: 'lead' })).toMatchObject({ ok: false });
    expect(desk.stateOf(id)).toBe('ready');
    expect(() => desk.save('2', 'ZT1000002')).toThrow(/newer run/);
  });

  it('is refused when somebody else was faster, even where the state is the same (compare-and-set)', () => {
    const desk = openDesk();
    const id = desk.save('1', 'ZT1000001');
    const store = createOpStore({ ...desk, onChanged: () => undefined });
    const stale = createOpReader(desk.database).byId(id);
    if (stale === null) throw new Error('no op');
    const atMs = desk.clock.now() + 1;
    const later = next(stale.status, { type: 'network-returned', atMs }, rulesFor());
    if (!('next' in later)) throw new Error('not moved');
    const move = () => store.transaction(() => store.move(stale, later.next, 'hurried', { atMs, actor: 'system' }));
    expect(move()).toMatchObject({ version: 2 });
    expect(move()).toBeNull();
  });

  it('leaves exactly one audit row for each change of state (I-10)', async () => {
    const desk = openDesk();
    desk.fake.script(LOST_REQUEST);
    desk.outbox.start();
    const id = desk.save('1', 'ZT1000001');
    await desk.clock.pass(5 * MINUTE);
    const moves = desk.audit
      .about(`op:${id}`, 50)
      .map(({ action, detail }) => `${action} ${detail['from']}>${detail['to']}`);
    expect(moves).toEqual([
      'T1 >ready',
      'T2 ready>sending',
      'T5 sending>in_doubt',
      'T12 in_doubt>in_doubt',
      'T11 in_doubt>wait',
      'T2 wait>sending',
      'T3 sending>shipped',
    ]);
    expect(desk.row(id).version).toBe(moves.length);
    expect(atOnce(desk.audit.verify())).toMatchObject({ ok: true });
  });

  it('cannot change saved bytes, undo evidence or delete what is open', () => {
    const desk = openDesk();
    desk.save('1', 'ZT1000001');
    const refused = [
      "UPDATE op SET payload = '{}'",
      'DELETE FROM op_state',
      "UPDATE audit SET actor = 'nobody'",
      'DELETE FROM audit',
      "UPDATE op_state SET state = 'shipped'",
      "UPDATE op_state SET state = 'somewhere'",
    ];
    for (const sql of refused) expect(() => desk.database.exec(sql)).toThrow();
  });
});

describe('The scan journal', () => {
  it('holds every saved package before it is called saved, for the owner only', () => {
    const desk = openDesk();
    const id = desk.save('3704612354559743233', 'ZT1000001');
    const line = JSON.parse(readFileSync(desk.journalFile, 'utf8')) as Record<string, unknown>;
    expect(line).toMatchObject({ n: 1, id, shopId: SHOP, shop: `Name of ${SHOP}`, sha256: desk.row(id).payloadSha256 });
    expect(line['payload']).toEqual(sendPayload('3704612354559743233', 'ZT1000001'));
    expect(statSync(desk.journalFile).mode & 0o777).toBe(0o600);
  });

  it('gets the line a crash kept from being written at the next start', () => {
    const torn: readonly ((whole: Buffer, kept: number) => Buffer)[] = [
      (whole, kept) => Buffer.from(whole).fill('\n', kept),
      (whole, kept) => whole.subarray(0, kept),
    ];
    for (const tear of torn) {
      const desk = openDesk();
      desk.save('1', 'ZT1000001');
      desk.save('2', 'ZT1000002');
      desk.crash();
      const whole = readFileSync(desk.journalFile);
      writeFileSync(desk.journalFile, tear(whole, whole.indexOf('\n') + 20));
      const again = openDesk({ dataDir: desk.dataDir, clock: desk.clock, fake: desk.fake });
      expect(atOnce(again.outbox.verifyJournal())).toMatchObject({ entries: 2, missingOps: 0, damagedLines: 1 });
      expect(again.outbox.conservation().balanced).toBe(true);
    }
  });

  it('goes on behind its last line, however often it is opened and whatever step of the file it fills', () => {
    let desk = openDesk();
    for (let round = 0; round < 3; round += 1) {
      for (let order = 0; order < 250; order += 1) desk.save(`${round}-${order}`, `ZT1${round}00${1000 + order}`);
      desk.crash();
      desk = openDesk({ dataDir: desk.dataDir, clock: desk.clock, fake: desk.fake });
    }
    expect(statSync(desk.journalFile).size).toBeGreaterThan(256 * 1024);
    expect(atOnce(desk.outbox.verifyJournal())).toEqual({ entries: 750, missingOps: 0, damagedLines: 0 });
  });

  it('tells when a package it knows is gone from the database, or was changed there', () => {
    const desk = openDesk();
    desk.save('1', 'ZT1000001');
    desk.save('2', 'ZT1000002');
    desk.crash();
    const bytes = readFileSync(desk.journalFile, 'utf8');
    writeFileSync(desk.journalFile, bytes.replace(/"id":"op-[^"]+"/, '"id":"op-gone"'));
    appendFileSync(desk.journalFile, '{"n":3,"seq":\n');
    const again = openDesk({ dataDir: desk.dataDir, clock: desk.clock, fake: desk.fake });
    expect(atOnce(again.outbox.verifyJournal())).toEqual({ entries: 2, missingOps: 1, damagedLines: 1 });
  });

  it('withdraws a package again that it could not take down: it was never called saved', () => {
    const desk = openDesk();
    desk.outbox.close();
    expect(() => desk.save('1', 'ZT1000001')).toThrow(/EBADF/);
    expect(desk.outbox.opsOfOrder(SHOP, '1').map(({ state }) => state)).toEqual(['cancelled']);
    expect(desk.outbox.counts().open).toBe(0);
  });

  it.runIf(existsSync('/dev/full'))('says in one problem that the disk is full', () => {
    const desk = openDesk({ journalFile: '/dev/full' });
    const input = { shopId: SHOP, payload: sendPayload('1', 'ZT1000001'), carrierName: '', operator: '' };
    expect(desk.outbox.enqueue(input)).toEqual({ ok: false, error: { code: 'disk-full', dir: '/dev' } });
    expect(desk.outbox.counts().open).toBe(0);
  });

  it('has no line for a package the database had no room for', () => {
    const desk = openDesk();
    desk.save('1', 'ZT1000001');
    desk.database.pragma(`max_page_count = ${Number(desk.database.pragma('page_count', { simple: true })) + 2}`);
    const refusals = new Set<string>();
    for (let order = 2; order < 60; order += 1) {
      const payload = sendPayload(`${order}`, `ZT10000${100 + order}`);
      const saved = desk.outbox.enqueue({ shopId: SHOP, payload, carrierName: '', operator: '' });
      if (!saved.ok) refusals.add(saved.error.code);
    }
    expect([...refusals]).toEqual(['disk-full']);
    expect(desk.outbox.counts().open).toBeGreaterThan(1);
    expect(desk.outbox.conservation().balanced).toBe(true);
    expect(atOnce(desk.outbox.verifyJournal())).toMatchObject({ entries: desk.outbox.counts().open, missingOps: 0 });
  });

  it('brings everything back, in doubt, when the database is lost', async () => {
    const desk = openDesk();
    desk.outbox.start();
    const shipped = desk.save('1', 'ZT1000001');
    await desk.clock.pass(100);
    const stopped = desk.outbox.stop();
    await desk.clock.pass(10);
    await stopped;
    const open = desk.save('2', 'ZT1000002');
    const withdrawn = desk.save('3', 'ZT1000003');
    desk.outbox.desk.decide(withdrawn, 'cancel', { actor: 'lead' });
    desk.crash();
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(desk.dataDir, `${DATABASE_FILE}${suffix}`), { force: true });
    const again = openDesk({ dataDir: desk.dataDir, clock: desk.clock, fake: desk.fake });
    expect(again.outbox.conservation().balanced).toBe(false);
    expect(again.outbox.reenterAfterRestore(() => null)).toEqual({ inDoubt: 0, fromJournal: 3, unplaced: [] });
    expect(again.outbox.conservation().balanced).toBe(true);
    expect([shipped, open, withdrawn].map(again.stateOf)).toEqual(['in_doubt', 'in_doubt', 'cancelled']);
    again.outbox.start();
    await again.clock.pass(5 * MINUTE);
    expect([shipped, open, withdrawn].map(again.stateOf)).toEqual(['shipped', 'shipped', 'cancelled']);
    expect(desk.fake.ledger.map(({ orderId }) => orderId)).toEqual(['1', '2']);
  });

  it('brings a typed weight back with its package, also where the line had to be caught up', () => {
    const desk = openDesk();
    const also = ({ seq }: { readonly seq: number }): void => desk.extras.write(seq, { weightGrams: 1_250 });
    const heavy = (orderId: string, waybill: string): string => {
      const input = { shopId: SHOP, payload: sendPayload(orderId, waybill), carrierName: '', operator: 'Mei', also };
      const saved = desk.outbox.enqueue(input);
      return saved.ok ? saved.value.id : '';
    };
    const weighed = heavy('1', 'ZT1000001');
    const plain = desk.save('2', 'ZT1000002');
    const torn = heavy('3', 'ZT1000003');
    desk.crash();
    const lines = readFileSync(desk.journalFile, 'utf8').split('\n').filter(Boolean);
    writeFileSync(desk.journalFile, `${lines.slice(0, 2).join('\n')}\n${lines[2]?.slice(0, 40)}`);
    openDesk({ dataDir: desk.dataDir, clock: desk.clock, fake: desk.fake }).crash();
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(desk.dataDir, `${DATABASE_FILE}${suffix}`), { force: true });
    const again = openDesk({ dataDir: desk.dataDir, clock: desk.clock, fake: desk.fake });
    expect(again.outbox.reenterAfterRestore(() => null)).toMatchObject({ fromJournal: 3, unplaced: [] });
    expect([weighed, plain, torn].map((id) => again.extras.of(id).weightGrams)).toEqual([1_250, null, 1_250]);
  });

  it('never brings back what was withdrawn because the journal could not be written', async () => {
    const desk = openDesk();
    desk.outbox.close();
    expect(() => desk.save('1', 'ZT1000001')).toThrow();
    desk.database.close();
    const next = openDesk({ dataDir: desk.dataDir, clock: desk.clock, fake: desk.fake });
    const [refused] = next.outbox.opsOfOrder(SHOP, '1');
    expect(refused?.state).toBe('cancelled');
    next.crash();
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(desk.dataDir, `${DATABASE_FILE}${suffix}`), { force: true });
    const again = openDesk({ dataDir: desk.dataDir, clock: desk.clock, fake: desk.fake });
    again.outbox.reenterAfterRestore(() => null);
    again.outbox.start();
    await again.clock.pass(10 * MINUTE);
    expect(again.outbox.opsOfOrder(SHOP, '1').map(({ state }) => state)).toEqual(['cancelled']);
    expect(desk.fake.ledger).toEqual([]);
  });

  it('keeps an old backup from sending what was sent since (I-12)', async () => {
    const desk = openDesk();
    const before = desk.save('1', 'ZT1000001');
    const file = join(desk.dataDir, 'old.db');
    writeBackup(desk.database, file);
    const after = desk.save('2', 'ZT1000002');
    desk.outbox.start();
    await desk.clock.pass(100);
    desk.crash();
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(desk.dataDir, `${DATABASE_FILE}${suffix}`), { force: true });
    writeFileSync(join(desk.dataDir, DATABASE_FILE), readFileSync(file));
    const again = openDesk({ dataDir: desk.dataDir, clock: desk.clock, fake: desk.fake });
    expect(again.outbox.reenterAfterRestore(() => null)).toEqual({ inDoubt: 1, fromJournal: 1, unplaced: [] });
    again.outbox.start();
    await again.clock.pass(5 * MINUTE);
    expect([before, after].map(again.stateOf)).toEqual(['shipped', 'shipped']);
    expect(desk.fake.ledger).toHaveLength(2);
  });
});
