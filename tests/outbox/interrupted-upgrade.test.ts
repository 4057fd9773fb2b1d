import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/hosts.ts';
import { makeOldDesk } from '../faults/upgrade/old-desk.ts';
import { interruptedUpgrades, killEverywhere } from '../faults/upgrade/upgrade-stage.ts';

const MINUTES = 60_000;

describe.runIf(process.platform === 'linux')('An upgrade that is killed, powered off or out of room', () => {
  it(
    'loses nothing and opens at the next start, a good copy from before beside it; older apps refuse the newer folder (X14)',
    async () => {
      const { checks } = await interruptedUpgrades.run({ tier: 'quick', seed: 20_261_122, tell: () => undefined });
      expect(checks.filter(({ passed }) => !passed)).toEqual([]);
    },
    5 * MINUTES,
  );

  it(
    'leaves a folder that does not open any more as soon as its steps are not one transaction',
    () => {
      const folder = temporaryFolder();
      const desk = makeOldDesk(folder, 1);
      const without = 'one-transaction';
      const { harm } = killEverywhere({ folder, desk, at: 'statement', stride: 12, random: () => 0.9, without });
      expect(harm).not.toEqual([]);
    },
    5 * MINUTES,
  );
});
