import { fuzzMessages } from '../security/message-fuzz.ts';
import { none, type FaultStage } from './fault-stage.ts';

/** B4: hostile messages over IPC and HTTP at the whole app; the seed draws the same messages again. */
export const hostileMessages: FaultStage = {
  id: 'B4',
  title: 'hostile messages',
  run: async ({ tier, seed }) => {
    const count = tier === 'quick' ? 2_000 : 20_000;
    const { messages, answers, unanswered, bugs, stillServes } = await fuzzMessages({ count, seed });
    return {
      counts: `${messages} messages, answers ${JSON.stringify(answers)}`,
      checks: [
        none('without an answer', unanswered.length),
        none('bugs logged', bugs.length),
        none('called internal', answers['internal'] ?? 0),
        none('taken for good', answers['ok'] ?? 0),
        { name: 'the desk still answers', passed: stillServes },
      ],
    };
  },
};
