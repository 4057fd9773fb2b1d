import type { Problem } from '../../shared/contract/problem.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import type { CliMessages } from './messages/zh.ts';
import { usageProblem } from './usage-problem.ts';

/** The new PIN may stand here; arguments are seen by every process of the machine, so there is no option for it. */
const NEW_PIN_VARIABLE = 'DISPATCH_DESK_NEW_PIN';

/** A PIN to be set: from the environment, else typed twice. Errors: nobody can type one, or the two differ. */
export async function newPin(
  env: Readonly<Record<string, string | undefined>>,
  ask: ((words: string) => Promise<string>) | undefined,
  text: CliMessages,
): Promise<Result<string, Problem>> {
  const given = env[NEW_PIN_VARIABLE];
  if (given !== undefined) return ok(given);
  if (ask === undefined) return usageProblem(text.operators.noNewPin);
  const pin = await ask(text.operators.askNewPin);
  return (await ask(text.operators.askNewPinAgain)) === pin ? ok(pin) : usageProblem(text.operators.pinsDiffer);
}
