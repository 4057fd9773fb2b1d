import { none, type FaultStage } from '../fault-stage.ts';
import { seeded } from '../../outbox/simulation.ts';
import { strikeDesks } from './strike-desks.ts';

const FILES = { quick: 60, full: 300 };

/** X12: databases damaged in ten ways, opened by the real app. */
export const damagedDatabases: FaultStage = {
  id: 'X12',
  title: 'damaged, missing and foreign databases',
  run: async ({ tier, seed }) => {
    const { files, told, unharmed, ...bad } = await strikeDesks(FILES[tier], seeded(seed));
    return {
      counts: `${files} files: ${told} recovered and told, ${unharmed} unharmed`,
      checks: [
        none('acknowledged packages lost', bad.lost),
        none('shipped packages that would be sent again', bad.resent),
        none('changed without a word', bad.silent),
        none('damaged files deleted', bad.deleted),
        none('desks that did not open', bad.closed),
      ],
    };
  },
};
