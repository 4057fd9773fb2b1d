import { ok } from '../../../shared/kernel/result.ts';
import { describeRecovery } from '../../../shared/messages/describe-recovery.ts';
import { EXIT } from '../../host/exit-code.ts';
import type { Command } from '../command.ts';
import { momentWords } from '../tell-recovery.ts';

/** What happened when the database was recovered, and that an admin has read it. */
export const recoveryCommands: readonly Command[] = [
  {
    words: 'recovery show',
    positionals: [],
    options: {},
    run: async ({ client, language, text }) => {
      const answer = await client.care.recovery({});
      if (!answer.ok) return answer;
      const { report } = answer.value;
      if (report === null) return ok({ exit: EXIT.good, json: null, lines: [text.care.noRecovery] });
      const { title, done, check } = describeRecovery(report, language, momentWords);
      return ok({ exit: EXIT.good, json: report, lines: [`${momentWords(report.at)} ${title}`, ...done, ...check] });
    },
  },
  {
    words: 'recovery ack',
    positionals: [],
    options: {},
    run: async ({ client, text }) => {
      const answer = await client.care.acknowledge({});
      if (!answer.ok) return answer;
      const { report } = answer.value;
      return ok({
        exit: EXIT.good,
        json: report,
        lines: [report === null ? text.care.noRecovery : text.care.acknowledged],
      });
    },
  },
];
