import type { CallContext, Client } from '../../shared/contract/define.ts';
import { type AppContract, contract } from '../../shared/contract/index.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Backend } from '../services/backend.ts';

/** The contract as functions on a backend in this process. */
export function createClient(backend: Pick<Backend, 'call'>, context: CallContext): Client<AppContract> {
  const areas = Object.entries(contract).map(([area, procedures]) => {
    const calls = Object.keys(procedures).map((name) => [
      name,
      async (input: unknown): Promise<Result<unknown, Problem>> =>
        backend.call({ name: `${area}.${name}`, input }, context),
    ]);
    return [area, Object.fromEntries(calls)];
  });
  return Object.fromEntries(areas) as Client<AppContract>;
}
