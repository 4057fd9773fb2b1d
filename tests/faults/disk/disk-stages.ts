import { rmSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { type Ending, killed } from '../desk-child.ts';
import { none, type FaultReport, type FaultStage } from '../fault-stage.ts';
import { type KillReport, killNine } from '../kill-nine.ts';
import { buildPlatter } from '../power/forgetful-disk.ts';
import { mountSmallVolume } from './small-volume.ts';

const TROUBLE_MS = 400;
const RECOVERY_MS = 200;

/** The disk is in trouble for a while: the desk must outlive it; then it dies like any other. */
const inTrouble =
  (trouble: (dataDir: string) => { readonly begin: () => void; readonly end: () => void }): Ending =>
  async (desk) => {
    const { begin, end } = trouble(desk.plan.dataDir);
    begin();
    await setTimeout(TROUBLE_MS);
    end();
    await setTimeout(RECOVERY_MS);
    if (desk.child.exitCode !== null) throw new Error(`the desk gave up with ${desk.child.exitCode}`);
    await killed(desk);
  };

function report(name: string, { kills, acknowledged, byPerson, end, ...verdict }: KillReport): FaultReport {
  return {
    counts: `${kills} times ${name}, ${acknowledged} packages saved, ${byPerson} decided by a person`,
    checks: [
      none('lost', verdict.lost),
      none('doubled', verdict.doubled),
      none('called shipped and not shipped', verdict.falselyShipped),
      none('stuck', verdict.stuck),
      none('missing in the scan journal', end.journal.missingOps),
      { name: `database: ${end.integrity}`, passed: end.integrity === 'ok' },
      { name: 'the books balance', passed: end.conservation.balanced },
    ],
  };
}

/** X4: not one byte is left while the desk saves, sends and takes answers down; then there is room again. */
export const diskFull: FaultStage = {
  id: 'X4',
  title: 'disk full while packing and sending',
  run: async ({ tier, seed }) => {
    const volume = mountSmallVolume(48);
    if (volume === null) return { counts: 'not run', checks: [{ name: 'this user may mount a tmpfs', passed: false }] };
    try {
      const ending = inTrouble(() => ({ begin: volume.fill, end: volume.free }));
      const cycles = tier === 'quick' ? 8 : 300;
      return report('full', await killNine({ cycles, seed, packagesPerCycle: 10, volume: volume.folder, ending }));
    } finally {
      volume.remove();
    }
  },
};

/** X5: flushing fails two times in a hundred, writing one time in a hundred. */
export const diskErrors: FaultStage = {
  id: 'X5',
  title: 'I/O errors while packing and sending',
  run: async ({ tier, seed }) => {
    const platter = buildPlatter();
    const sign = (dataDir: string): string => `${dataDir}.trouble`;
    const ending = inTrouble((dataDir) => ({
      begin: () => writeFileSync(sign(dataDir), ''),
      end: () => rmSync(sign(dataDir)),
    }));
    const disk = {
      env: (dataDir: string) => ({
        LD_PRELOAD: platter,
        PLATTER_ROOT: dataDir,
        PLATTER_FAIL_WHEN: sign(dataDir),
        PLATTER_FAIL_SYNC: '200',
        PLATTER_FAIL_WRITE: '100',
      }),
      cut: () => undefined,
    };
    const cycles = tier === 'quick' ? 8 : 300;
    return report('in error', await killNine({ cycles, seed, packagesPerCycle: 40, disk, ending }));
  },
};
