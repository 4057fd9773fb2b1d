import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../../electron/services/db/open.ts';
import { programFile } from '../programs.ts';
import { takeAsFlushed, forgetfulDisk } from '../power/forgetful-disk.ts';
import { type Contents, harmOf, readContents } from './contents.ts';
import type { OldDesk } from './old-desk.ts';

/** `one-transaction`: the steps of an upgrade are committed one by one. */
export type UpgradeProtection = 'one-transaction';

export type UpgradePlan = {
  readonly dataDir: string;
  /** Dies before the n-th statement of its opening; null: by the disk's count, or not at all. */
  readonly dieBefore: number | null;
  readonly without: UpgradeProtection | null;
};

/** Where a process dies: before a statement, before a call that changes the disk, or there with the power gone too. */
export type Death = { readonly at: 'statement' | 'disk' | 'power'; readonly nth: number };

export type Interruption = {
  /** False: the process came to its end before it was to die. */
  readonly died: boolean;
  /** What is not as it was, in words; empty when all is well. */
  readonly harm: readonly string[];
};

/** Upgrades copies of old desks in processes of their own that are killed, opens them again, and compares. */
export function createInterrupter(deps: { readonly folder: string; readonly platter: string | null }) {
  const { folder, platter } = deps;
  let copies = 0;
  return {
    interrupt: (desk: OldDesk, death: Death, without: UpgradeProtection | null = null): Interruption => {
      copies += 1;
      const dataDir = join(folder, `copy-${copies}`);
      const from = copies % 2 === 0 ? desk.closed : desk.crashed;
      cpSync(from, dataDir, { recursive: true });
      const before = readContents(desk.closed);
      try {
        const died = dieAt(dataDir, death, { without, platter });
        return { died, harm: openAgain(dataDir, desk.version, before) };
      } finally {
        for (const each of [dataDir, `${dataDir}.platter`]) rmSync(each, { recursive: true, force: true });
      }
    },
  };
}

function dieAt(
  dataDir: string,
  { at, nth }: Death,
  { without, platter }: { readonly without: UpgradeProtection | null; readonly platter: string | null },
): boolean {
  if (at !== 'statement' && platter === null) throw new Error('deaths on the disk need the shim');
  const disk = platter === null ? null : forgetfulDisk(platter, 'nothing');
  if (at === 'power') takeAsFlushed(dataDir);
  const plan: UpgradePlan = { dataDir, dieBefore: at === 'statement' ? nth : null, without };
  const shim = { LD_PRELOAD: platter ?? '', PLATTER_ROOT: dataDir, PLATTER_DIE_AT: String(nth) };
  const { signal, status, stderr } = spawnSync(process.execPath, [programFile('upgrade'), JSON.stringify(plan)], {
    env: { ...process.env, ...(at === 'statement' ? {} : shim), ...(at === 'power' ? disk?.env(dataDir) : {}) },
    encoding: 'utf8',
  });
  if (signal === null && status !== 0) throw new Error(`the upgrade ended with ${status}: ${stderr}`);
  if (signal !== null && at === 'power') disk?.cut(dataDir, Math.random);
  return signal === 'SIGKILL';
}

/** The next start, in this process: it must open without a recovery and hold everything. */
function openAgain(dataDir: string, version: number, before: Contents): readonly string[] {
  try {
    const opened = openDatabase({ dataDir, nowMs: Date.now() });
    if (!opened.ok) return [`does not open: ${opened.error.code}`];
    opened.value.database.close();
    return harmOf({ dataDir, version, before });
  } catch (error) {
    return [`does not open: ${(error as Error).message}`];
  }
}
