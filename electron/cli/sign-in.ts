import type { CallContext } from '../../shared/contract/define.ts';
import { type Problem, ProblemSchema } from '../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Backend } from '../services/backend.ts';

/** The PIN may stand here; arguments are seen by every process of the machine, so there is no option for it. */
const PIN_VARIABLE = 'DISPATCH_DESK_PIN';

/** The one window of a command line. */
const SESSION = 'command-line';

export type SignInParts = {
  readonly backend: Pick<Backend, 'call' | 'context'>;
  /** Name or badge number, as given behind `--operator`; null where it was left out. */
  readonly operator: string | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Asks for the PIN where the environment has none; null where nobody can answer. */
  readonly askPin: (() => Promise<string>) | null;
};

/** Who the command runs as: the desk's only admin while nobody is set up, else whoever gives name and PIN. */
export async function signIn({ backend, operator, env, askPin }: SignInParts): Promise<Result<CallContext, Problem>> {
  const context = backend.context(SESSION);
  if (context.role !== 'anyone') return ok(context);
  if (operator === null) return err({ code: 'sign-in-needed' });
  const pin = env[PIN_VARIABLE] ?? (await askPin?.()) ?? '';
  const answer = await backend.call({ name: 'operators.signIn', input: { operatorId: operator, pin } }, context);
  if (answer.ok) return ok(backend.context(SESSION));
  const problem = ProblemSchema.parse(answer.error);
  return err(problem.code === 'bad-request' ? { code: 'pin-weak' } : problem);
}
