import { rmSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { type Ending, killed } from '../desk-child.ts';
import type { FaultReport, FaultStage } from '../fault-stage.ts';
import { buildPlatter } from '../power/forgetful-disk.ts';
import { reportOf } from '../trial-report.ts';
import { trialStage } from '../trial-stage.ts';
import { runTrial, type TrialOptions } from '../trial.ts';
import { mountSmallVolume } from './small-volume.ts';

const TROUBLE_MS = 400;
const RECOVERY_MS = 200;

type Trouble = { readonly begin: () => void; readonly end: () => void };

/** The disk is in trouble for a while: the desk must outlive it; then it dies like any other. */
const inTrouble =
  (trouble: (dataDir: string) => Trouble): Ending =>
  async (desk) => {
    const { begin, end } = trouble(desk.plan.dataDir);
    begin();
    await setTimeout(TROUBLE_MS);
    end();
    await setTimeout(RECOVERY_MS);
    if (desk.child.exitCode !== null) throw new Error(`the desk gave up with ${desk.child.exitCode}`);
    await killed(desk);
  };

/** X4: not one byte is left while the desk saves, sends and takes answers down; then there is room again. */
export const diskFull: FaultStage = {
  id: 'X4',
  title: 'disk full while packing and sending',
  run: ({ tier, seed }) => onSmallVolume({ cycles: tier === 'quick' ? 8 : 300, seed }),
  teeth: { without: 'commit', run: ({ seed }) => onSmallVolume({ cycles: 8, seed, without: 'commit' }) },
};

async function onSmallVolume(trial: Pick<TrialOptions, 'cycles' | 'seed' | 'without'>): Promise<FaultReport> {
  const volume = mountSmallVolume(48);
  if (volume === null) return { counts: 'not run', checks: [{ name: 'this user may mount a tmpfs', passed: false }] };
  try {
    const ending = inTrouble(() => ({ begin: () => volume.fill(), end: volume.free }));
    return reportOf('times full', await runTrial({ ...trial, packagesPerCycle: 10, volume: volume.folder, ending }));
  } finally {
    volume.remove();
  }
}

const sign = (dataDir: string): string => `${dataDir}.trouble`;

/** X5: flushing fails two times in a hundred, writing one time in a hundred. */
export const diskErrors = trialStage({
  id: 'X5',
  title: 'I/O errors while packing and sending',
  what: 'times in error',
  times: { quick: 8, full: 300 },
  teeth: 'commit',
  options: () => {
    const platter = buildPlatter();
    return {
      packagesPerCycle: 40,
      ending: inTrouble((dataDir) => ({
        begin: () => writeFileSync(sign(dataDir), ''),
        end: () => rmSync(sign(dataDir)),
      })),
      disk: {
        env: (dataDir) => ({
          LD_PRELOAD: platter,
          PLATTER_ROOT: dataDir,
          PLATTER_FAIL_WHEN: sign(dataDir),
          PLATTER_FAIL_SYNC: '200',
          PLATTER_FAIL_WRITE: '100',
        }),
        cut: () => undefined,
      },
    };
  },
});
