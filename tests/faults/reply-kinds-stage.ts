import { PlatformIdSchema } from '../../shared/domain/platforms/platform-id.ts';
import { doubledOf, KIND_NAMES, runReplyKinds, unexpectedOf } from '../platforms/conformance/run-reply-kinds.ts';
import { none, type FaultCheck, type FaultStage } from './fault-stage.ts';

const ROUNDS = { quick: 1, full: 25 };

/** X7: forty kinds of reply for each platform, every round with other orders; the seed of what went otherwise is told. */
export const replyKindsStage: FaultStage = {
  id: 'X7',
  title: 'ambiguous and odd replies, five platforms',
  run: async ({ tier, seed, tell }) => {
    const rounds = ROUNDS[tier];
    const checks: FaultCheck[] = [];
    for (const platform of PlatformIdSchema.options) {
      let doubled = 0;
      let unexpected = 0;
      for (let round = seed; round < seed + rounds; round += 1) {
        const found = await runReplyKinds(platform, { seed: round });
        for (const each of unexpectedOf(found)) tell(`${platform} seed ${round} ${JSON.stringify(each)}`);
        doubled += doubledOf(found).length;
        unexpected += unexpectedOf(found).length;
      }
      tell(`${platform}: ${KIND_NAMES.length * rounds} replies, seeds ${seed} to ${seed + rounds - 1}`);
      checks.push(none(`${platform}: doubled`, doubled), none(`${platform}: otherwise than the table`, unexpected));
    }
    const replies = KIND_NAMES.length * rounds * PlatformIdSchema.options.length;
    return { counts: `${replies} replies`, checks };
  },
};
