import type { Ending } from './desk-child.ts';
import { asked, frozen, joined } from './endings.ts';
import { none, type FaultStage, type FaultTier } from './fault-stage.ts';
import { killNine } from './kill-nine.ts';

const endingStage = (
  id: string,
  title: string,
  ending: Ending,
  times: Readonly<Record<FaultTier, number>>,
): FaultStage => ({
  id,
  title,
  run: async ({ tier, seed }) => {
    const report = await killNine({ cycles: times[tier], seed, packagesPerCycle: 10, ending });
    const { kills, acknowledged, lost, doubled, falselyShipped, stuck, byPerson, end } = report;
    return {
      counts: `${kills} times, ${acknowledged} packages saved, ${byPerson} decided by a person`,
      checks: [
        none('lost', lost),
        none('doubled', doubled),
        none('called shipped and not shipped', falselyShipped),
        none('stuck', stuck),
        { name: `database: ${end.integrity}`, passed: end.integrity === 'ok' },
        { name: 'the books balance', passed: end.conservation.balanced },
      ],
    };
  },
});

/** X8: one sender on a data folder, whoever else is started on it. */
export const twoDesks = endingStage('X8', 'a second desk on the same folder is refused', joined, {
  quick: 10,
  full: 200,
});

/** X9: a process that sleeps through its own timeouts and wakes up again. */
export const frozenDesk = endingStage('X9', 'frozen in the middle of a send and woken up', frozen, {
  quick: 5,
  full: 100,
});

/** X16: nothing is torn by closing the window. */
export const askedToStop = endingStage('X16', 'asked to stop in the middle of a send', asked, { quick: 10, full: 200 });
