import { z } from 'zod';
import type { CallMessage, Client, Contract, Procedure } from '../../shared/contract/define.ts';
import { type Problem, type ProblemCode, ProblemSchema } from '../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { LeaveDesk } from './leave-desk.ts';
import type { Transport } from './transport.ts';

const EnvelopeSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: ProblemSchema }),
]);

/** An answer this page does not understand: page and backend are of different versions, or one of them has a bug. */
const MISUNDERSTOOD: Problem = { code: 'internal', ref: 'PAGE' };

/** What a refused leave comes back as: worth asking once more. */
const LEAVE_REFUSED: ReadonlySet<string> = new Set<ProblemCode>([
  'pin-wrong',
  'pin-wait',
  'pin-locked',
  'pin-spent',
  'pin-unreadable',
  'operator-not-found',
  'not-allowed',
]);

type AskLeave = LeaveDesk['ask'];
type Call = (input: unknown) => Promise<Result<unknown, Problem>>;

/**
 * The contract as functions: `client.outbox.list({…})`. Never rejects; every failure is a Problem. A command refused for
 * want of a role asks for somebody's leave first and is called again with it, until it is given or nobody gives it.
 */
export function createClient<Of extends Contract>(
  contract: Of,
  transport: Pick<Transport, 'call'>,
  askLeave: AskLeave = async () => null,
): Client<Of> {
  const areas = Object.entries(contract).map(([area, procedures]) => {
    const calls = Object.entries(procedures).map(([name, procedure]): [string, Call] => [
      name,
      (input) => callWithLeave(transport, procedure, { name: `${area}.${name}`, input }, askLeave),
    ]);
    return [area, Object.fromEntries(calls)] as const;
  });
  return Object.fromEntries(areas) as Client<Of>;
}

async function callWithLeave(
  transport: Pick<Transport, 'call'>,
  procedure: Procedure,
  message: CallMessage,
  askLeave: AskLeave,
): Promise<Result<unknown, Problem>> {
  const refused = await callOne(transport, procedure, message);
  if (refused.ok || procedure.kind !== 'command' || refused.error.code !== 'not-allowed') return refused;
  const { role } = refused.error;
  let problem: Problem | null = null;
  for (;;) {
    const override = await askLeave({ name: message.name, role, problem });
    if (override === null) return refused;
    const answer = await callOne(transport, procedure, { ...message, override });
    if (answer.ok || !LEAVE_REFUSED.has(answer.error.code)) return answer;
    problem = answer.error;
  }
}

async function callOne(
  transport: Pick<Transport, 'call'>,
  procedure: Procedure,
  message: CallMessage,
): Promise<Result<unknown, Problem>> {
  let answer: unknown;
  try {
    answer = await transport.call(message);
  } catch {
    return err({ code: 'unreachable' });
  }
  const envelope = EnvelopeSchema.safeParse(answer);
  if (!envelope.success) return err(MISUNDERSTOOD);
  if (!envelope.data.ok) return err(envelope.data.error);
  const value = procedure.output.safeParse(envelope.data.value);
  return value.success ? ok(value.data) : err(MISUNDERSTOOD);
}
