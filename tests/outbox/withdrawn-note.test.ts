import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DATABASE_FILE, JOURNAL_FILE } from '../../electron/services/db/open.ts';
import { writeBackup } from '../../electron/services/db/backup.ts';
import { LOST_REQUEST } from './fake-platform.ts';
import { MINUTE, openDesk } from './outbox-desk.ts';

describe('A package that was withdrawn right before the app died', () => {
  it('stays withdrawn when the database is lost later, though its note had not reached the journal', async () => {
    const desk = openDesk();
    const options = { dataDir: desk.dataDir, clock: desk.clock, fake: desk.fake };
    const journal = join(desk.dataDir, JOURNAL_FILE);
    const id = desk.save('1', 'ZT1000001');
    const before = readFileSync(journal);
    desk.outbox.desk.decide(id, 'cancel', { actor: 'lead' });
    desk.crash();
    writeFileSync(journal, before);

    const next = openDesk(options);
    expect(next.stateOf(id)).toBe('cancelled');
    next.crash();
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(desk.dataDir, `${DATABASE_FILE}${suffix}`), { force: true });

    const rebuilt = openDesk(options);
    rebuilt.outbox.reenterAfterRestore(() => null);
    expect(rebuilt.stateOf(id)).toBe('cancelled');
    rebuilt.outbox.start();
    for (let minute = 0; minute < 10; minute += 1) await rebuilt.clock.pass(MINUTE);
    expect(desk.fake.calls.sends).toBe(0);
  });

  it('is noted once only, however often the app starts', () => {
    const desk = openDesk();
    const id = desk.save('1', 'ZT1000001');
    desk.outbox.desk.decide(id, 'cancel', { actor: 'lead' });
    desk.crash();
    for (let start = 0; start < 3; start += 1) openDesk({ dataDir: desk.dataDir, clock: desk.clock }).crash();
    const notes = readFileSync(join(desk.dataDir, JOURNAL_FILE), 'utf8').split('{"withdrawn":').length - 1;
    expect(notes).toBe(1);
  });
});

describe('A package that was withdrawn after a backup', () => {
  it('in which its outcome was unknown is never sent once that backup is back', async () => {
    const desk = openDesk();
    const options = { dataDir: desk.dataDir, clock: desk.clock, fake: desk.fake };
    desk.fake.script(LOST_REQUEST);
    desk.outbox.start();
    const id = desk.save('1', 'ZT1000001');
    await desk.clock.pass(10);
    expect(desk.stateOf(id)).toBe('in_doubt');
    const backup = join(desk.dataDir, 'then.db');
    writeBackup(desk.database, backup);
    desk.outbox.desk.decide(id, 'not-shipped', { actor: 'lead' });
    desk.outbox.desk.decide(id, 'cancel', { actor: 'lead' });
    expect(desk.stateOf(id)).toBe('cancelled');
    desk.crash();
    for (const suffix of ['-wal', '-shm']) rmSync(join(desk.dataDir, `${DATABASE_FILE}${suffix}`), { force: true });
    renameSync(backup, join(desk.dataDir, DATABASE_FILE));

    const again = openDesk(options);
    expect(again.stateOf(id)).toBe('in_doubt');
    again.outbox.reenterAfterRestore(() => null);
    expect(again.stateOf(id)).toBe('cancelled');
    again.outbox.start();
    for (let minute = 0; minute < 10; minute += 1) await again.clock.pass(MINUTE);
    expect(desk.fake.calls.sends).toBe(1);
  });
});
