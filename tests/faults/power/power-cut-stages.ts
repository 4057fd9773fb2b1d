import { none, type FaultStage, type FaultTier } from '../fault-stage.ts';
import { killNine } from '../kill-nine.ts';
import { buildPlatter, forgetfulDisk, type Survives } from './forgetful-disk.ts';

const powerCutStage = (
  id: string,
  title: string,
  survives: Survives,
  cuts: Readonly<Record<FaultTier, number>>,
): FaultStage => ({
  id,
  title,
  run: async ({ tier, seed }) => {
    const disk = forgetfulDisk(buildPlatter(), survives);
    const report = await killNine({ cycles: cuts[tier], seed, packagesPerCycle: 10, disk });
    const { kills, acknowledged, lost, doubled, falselyShipped, stuck, byPerson, end } = report;
    return {
      counts: `${kills} power cuts, ${acknowledged} packages saved, ${byPerson} decided by a person`,
      checks: [
        none('lost', lost),
        none('doubled', doubled),
        none('called shipped and not shipped', falselyShipped),
        none('stuck', stuck),
        none('missing in the scan journal', end.journal.missingOps),
        { name: `database: ${end.integrity}`, passed: end.integrity === 'ok' },
        { name: 'the books balance', passed: end.conservation.balanced },
      ],
    };
  },
});

/** X2: what was not flushed is gone. */
export const powerCut = powerCutStage('X2', 'power cut, nothing unflushed survives', 'nothing', {
  quick: 20,
  full: 500,
});

/** X3: of what was not flushed, each 4 KiB page survives by chance. */
export const tornPowerCut = powerCutStage('X3', 'power cut, unflushed pages survive by chance', 'some-pages', {
  quick: 10,
  full: 200,
});
