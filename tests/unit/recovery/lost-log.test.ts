import { copyFileSync, cpSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isWalWhole } from '../../../electron/services/db/check-wal.ts';
import { DATABASE_FILE } from '../../../electron/services/db/open.ts';
import { markOpen } from '../../../electron/services/db/run-mark.ts';
import { openOrRescue } from '../../../electron/services/recovery/open-or-rescue.ts';
import { readRestoreNote } from '../../../electron/services/recovery/restore-note.ts';
import { openDesk } from '../../outbox/outbox-desk.ts';
import { temporaryFolder } from '../../support/hosts.ts';

const PAGE = 4_096;
const FRAME = 24 + PAGE;
const HEADER = 32;

/** The folder of a desk that died right after a package was shipped: that it was stands in the write-ahead log only. */
async function deadDesk() {
  const desk = openDesk();
  const id = desk.save('1', 'ZT1000001');
  desk.database.pragma('wal_checkpoint(TRUNCATE)');
  markOpen(desk.dataDir);
  desk.outbox.start();
  await desk.clock.pass(1_000);
  expect(desk.stateOf(id)).toBe('shipped');
  const dataDir = join(temporaryFolder(), 'dead');
  cpSync(desk.dataDir, dataDir, { recursive: true });
  return { desk, id, dataDir, wal: join(dataDir, `${DATABASE_FILE}-wal`) };
}

function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
  writeFileSync(file, bytes);
}

/** What the next start makes of the folder: whether it says so, and how the package stands then. */
function startAgain({ desk, id, dataDir }: Awaited<ReturnType<typeof deadDesk>>) {
  const opened = openOrRescue({ dataDir, nowMs: desk.clock.now(), newestSaved: null });
  if (!opened.ok) throw new Error(opened.error.code);
  opened.value.database.close();
  const cause = readRestoreNote(dataDir)?.cause ?? null;
  const again = openDesk({ dataDir, clock: desk.clock, fake: desk.fake });
  if (cause !== null) again.outbox.reenterAfterRestore(() => null);
  const state = again.stateOf(id);
  again.crash();
  return { cause, state };
}

type Harm = (wal: string) => void;
const HARM: readonly (readonly [string, Harm])[] = [
  ['with a byte changed in its first frame', (wal) => flip(wal, HEADER + 24 + 100)],
  ['with a byte changed in the head of a frame', (wal) => flip(wal, HEADER + 4)],
  ['with a byte changed in its own head', (wal) => flip(wal, 20)],
  ['cut short in the middle of a frame', (wal) => truncateSync(wal, HEADER + FRAME + 100)],
  ['of nothing but zeroes', (wal) => writeFileSync(wal, Buffer.alloc(statSync(wal).size))],
  ['emptied', (wal) => truncateSync(wal, 0)],
  ['that is gone', (wal) => rmSync(wal)],
];

describe('A write-ahead log beside a desk that died', () => {
  it('is whole as the desk left it, and what was shipped stays shipped', async () => {
    const dead = await deadDesk();
    expect(isWalWhole(dead.wal)).toBe(true);
    expect(startAgain(dead)).toEqual({ cause: null, state: 'shipped' });
  });

  it.each(HARM)('%s is noticed: what it held is looked up instead of sent again', async (_, harm) => {
    const dead = await deadDesk();
    harm(dead.wal);
    expect(isWalWhole(dead.wal)).toBe(false);
    expect(startAgain(dead)).toEqual({ cause: 'changes-lost', state: 'in_doubt' });
  });

  it('is whole with frames of an older generation behind its end', async () => {
    const { desk, wal } = await deadDesk();
    const live = join(desk.dataDir, `${DATABASE_FILE}-wal`);
    desk.database.pragma('wal_checkpoint(RESTART)');
    desk.database.exec("INSERT INTO setting (key, value) VALUES ('x', '1')");
    copyFileSync(live, wal);
    expect(statSync(wal).size).toBeGreaterThan(HEADER + 2 * FRAME);
    expect(isWalWhole(wal)).toBe(true);
    flip(wal, HEADER + 24 + 100);
    expect(isWalWhole(wal)).toBe(false);
  });
});
