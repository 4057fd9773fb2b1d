import { none, type FaultStage } from './fault-stage.ts';
import { reportOf } from './trial-report.ts';
import { teethSize } from './trial-stage.ts';
import { runTrial } from './trial.ts';

const SIZE = {
  quick: { desks: 1, kills: 40, packagesPerKill: 8, batchKills: 10 },
  full: { desks: 10, kills: 200, packagesPerKill: 50, batchKills: 100 },
};

/** Orders that are due together in the shop with batches before each kill. */
const DUE_TOGETHER = 40;

/** X1: desks killed at random while they pack and send for shops on all five platforms, and one in the middle of batches. */
export const killNineStage: FaultStage = {
  id: 'X1',
  title: 'kill -9 at random, five platforms',
  run: async ({ tier, seed, tell }) => {
    const { desks, kills, packagesPerKill, batchKills } = SIZE[tier];
    const sum = { kills: 0, acknowledged: 0, lost: 0, doubled: 0, falselyShipped: 0, byPerson: 0, stuck: 0 };
    let unbalanced = 0;
    let journalMissing = 0;
    let damaged = 0;
    for (let desk = 0; desk <= desks; desk += 1) {
      const report = await runTrial(
        desk < desks
          ? { cycles: kills, seed: seed + desk, packagesPerCycle: packagesPerKill }
          : { cycles: batchKills, seed, packagesPerCycle: DUE_TOGETHER, batches: true },
      );
      for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += report[key];
      unbalanced += report.end.conservation.balanced ? 0 : 1;
      journalMissing += report.end.journal.missingOps;
      damaged += report.end.integrity === 'ok' ? 0 : 1;
      tell(`desk ${desk + 1} of ${desks + 1}: ${JSON.stringify(sum)}`);
    }
    return {
      counts: `${sum.kills} kills, ${sum.acknowledged} packages saved, ${sum.byPerson} decided by a person`,
      checks: [
        none('lost', sum.lost),
        none('doubled', sum.doubled),
        none('called shipped and not shipped', sum.falselyShipped),
        none('stuck', sum.stuck),
        none('books that do not balance', unbalanced),
        none('missing in the scan journal', journalMissing),
        none('damaged databases', damaged),
      ],
    };
  },
  teeth: {
    without: 'doubt',
    run: async ({ seed }) => reportOf('kills', await runTrial({ ...teethSize(seed), without: 'doubt' })),
  },
};
