import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { alarmsOf } from '../../../electron/services/care/alarms.ts';
import { createCaretaker } from '../../../electron/services/care/caretaker.ts';
import { createDiskRoom } from '../../../electron/services/care/disk-room.ts';
import { checkBackup } from '../../../electron/services/db/check-backup.ts';
import { createDoubtAges } from '../../../electron/services/outbox/doubt-ages.ts';
import { HOUR_MS } from '../../../shared/kernel/time.ts';
import { LOST_REQUEST } from '../../outbox/fake-platform.ts';
import { MINUTE, openDesk, type Desk } from '../../outbox/outbox-desk.ts';

const GB = 1024 ** 3;

function caretakerOf(desk: Desk, { freeBytes = 10 * GB, checks = [] as readonly (() => string)[] } = {}) {
  const ports = { dataDir: desk.dataDir, clock: desk.clock, log: desk.log };
  const room = { freeBytes: () => freeBytes, isBlocked: () => freeBytes < GB / 4, tend: () => undefined };
  return createCaretaker({
    ...{ ports, room, checks },
    database: desk.database,
    events: desk.events,
    lastScanAtMs: () => 0,
    tidyUp: async () => ({ packages: 0, entries: 0, scans: 0, photos: 0 }),
  });
}

const backupsOf = (desk: Desk): readonly string[] =>
  existsSync(join(desk.dataDir, 'backups')) ? readdirSync(join(desk.dataDir, 'backups')) : [];

describe('The caretaker', () => {
  it('writes a backup that holds everything saved while it was being written, and that stands alone', async () => {
    const desk = openDesk();
    for (let order = 0; order < 300; order += 1) desk.save(`${order}`, `ZT10000${1_000 + order}`);
    const caretaker = caretakerOf(desk);
    const writing = caretaker.backUp();
    for (let order = 300; order < 310; order += 1) {
      desk.save(`${order}`, `ZT10000${1_000 + order}`);
      await new Promise((resolve) => setImmediate(resolve));
    }
    const made = await writing;
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    const file = join(desk.dataDir, 'backups', made.value.name);
    expect(backupsOf(desk)).toEqual([made.value.name]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const facts = checkBackup(file);
    expect(facts.ok && facts.value.packages).toBeGreaterThanOrEqual(300);
    expect(caretaker.record()).toMatchObject({ backupAtMs: desk.clock.now(), backupProblem: '' });
  });

  it('tells a backup that did not succeed, and leaves nothing of it', async () => {
    const desk = openDesk();
    writeFileSync(join(desk.dataDir, 'backups'), 'no folder');
    const caretaker = caretakerOf(desk);
    expect(await caretaker.backUp()).toMatchObject({ ok: false, error: { code: 'backup-failed' } });
    const [alarm] = alarmsOf({
      record: caretaker.record(),
      freeBytes: 10 * GB,
      recovered: false,
      doubt: { old: 0, urgent: 0 },
      unread: 0,
      nowMs: desk.clock.now(),
    });
    expect(alarm).toEqual({ kind: 'backup-failed', level: 'warning', count: 0 });
  });

  it('remembers what the full check found, until one finds nothing', async () => {
    const desk = openDesk();
    let finding = 'payloads: 1';
    const caretaker = caretakerOf(desk, { checks: [() => finding] });
    expect(await caretaker.check()).toBe('payloads: 1');
    expect(caretakerOf(desk).record().checkFinding).toBe('payloads: 1');
    finding = '';
    expect(await caretaker.check()).toBe('');
  });
});

describe('Room on the disk', () => {
  it('keeps a reserve of real bytes, and gives it up when there is next to nothing left', () => {
    const { dataDir } = openDesk();
    let free = 10 * GB;
    const room = createDiskRoom(dataDir, () => free);
    room.tend();
    expect(statSync(join(dataDir, 'reserve')).size).toBe(64 * 1024 ** 2);
    expect(room.isBlocked()).toBe(false);
    free = 400 * 1024 ** 2;
    room.tend();
    expect([room.isBlocked(), existsSync(join(dataDir, 'reserve'))]).toEqual([true, true]);
    free = 100 * 1024 ** 2;
    room.tend();
    expect(existsSync(join(dataDir, 'reserve'))).toBe(false);
  });

  it('below 500 MB takes nothing new, and goes on sending what is saved', async () => {
    const room = { full: false };
    const desk = openDesk({ isDiskFull: () => room.full });
    const id = desk.save('1', 'ZT1000001');
    room.full = true;
    expect(() => desk.save('2', 'ZT1000002')).toThrow(/disk-full/);
    desk.outbox.start();
    await desk.clock.pass(1_000);
    expect(desk.stateOf(id)).toBe('shipped');
  });
});

describe('A package in doubt', () => {
  it('is told after 15 minutes; after 4 hours it cannot wait', async () => {
    const desk = openDesk();
    desk.fake.script(LOST_REQUEST);
    desk.outbox.start();
    desk.save('1', 'ZT1000001');
    await desk.clock.pass(10);
    const stopped = desk.outbox.stop();
    await desk.clock.pass(1_000);
    await stopped;
    const ages = createDoubtAges(desk.database);
    expect(ages(desk.clock.now())).toEqual({ old: 0, urgent: 0 });
    await desk.clock.pass(15 * MINUTE);
    expect(ages(desk.clock.now())).toEqual({ old: 1, urgent: 0 });
    await desk.clock.pass(4 * HOUR_MS);
    expect(ages(desk.clock.now())).toMatchObject({ urgent: 1 });
  });
});
