import { z } from 'zod';
import type { Client, Contract, Procedure } from '../../shared/contract/define.ts';
import { type Problem, ProblemSchema } from '../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Transport } from './transport.ts';

const EnvelopeSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: ProblemSchema }),
]);

/** An answer this page does not understand: page and backend are of different versions, or one of them has a bug. */
const MISUNDERSTOOD: Problem = { code: 'internal', ref: 'PAGE' };

type Call = (input: unknown) => Promise<Result<unknown, Problem>>;

/** The contract as functions: `client.outbox.list({…})`. Never rejects; every failure is a Problem. */
export function createClient<Of extends Contract>(contract: Of, transport: Pick<Transport, 'call'>): Client<Of> {
  const areas = Object.entries(contract).map(([area, procedures]) => {
    const calls = Object.entries(procedures).map(([name, procedure]): [string, Call] => [
      name,
      (input) => callOne(transport, `${area}.${name}`, procedure, input),
    ]);
    return [area, Object.fromEntries(calls)] as const;
  });
  return Object.fromEntries(areas) as Client<Of>;
}

async function callOne(
  transport: Pick<Transport, 'call'>,
  name: string,
  procedure: Procedure,
  input: unknown,
): Promise<Result<unknown, Problem>> {
  let answer: unknown;
  try {
    answer = await transport.call({ name, input });
  } catch {
    return err({ code: 'unreachable' });
  }
  const envelope = EnvelopeSchema.safeParse(answer);
  if (!envelope.success) return err(MISUNDERSTOOD);
  if (!envelope.data.ok) return err(envelope.data.error);
  const value = procedure.output.safeParse(envelope.data.value);
  return value.success ? ok(value.data) : err(MISUNDERSTOOD);
}
