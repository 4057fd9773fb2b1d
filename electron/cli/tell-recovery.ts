import type { Client } from '../../shared/contract/define.ts';
import type { AppContract } from '../../shared/contract/index.ts';
import type { Language } from '../../shared/contract/system.ts';
import { describeRecovery } from '../../shared/messages/describe-recovery.ts';
import { cliMessages } from './messages/cli-messages.ts';

/** What stands above every answer until an admin has acknowledged a recovery: what happened and what to check. */
export async function tellRecovery(client: Client<AppContract>, language: Language): Promise<readonly string[]> {
  const answer = await client.care.recovery({});
  if (!answer.ok || answer.value.report === null || answer.value.report.acknowledged !== null) return [];
  const { title, done, check } = describeRecovery(answer.value.report, language, momentWords);
  const { care } = cliMessages(language);
  return [title, ...[...done, ...check].map((line) => `  ${line}`), care.acknowledgeHow];
}

/** A moment in the time of this machine, to the minute. */
export const momentWords = (iso: string): string => new Date(iso).toLocaleString('sv-SE').slice(0, 16);
