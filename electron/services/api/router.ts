import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import {
  type CallContext,
  type CallEnvelope,
  type CallMessage,
  type Contract,
  type Procedure,
  ROLES,
} from '../../../shared/contract/define.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { Log } from '../ports.ts';

type AnyHandler = (
  input: unknown,
  context: CallContext,
) => Promise<Result<unknown, Problem>> | Result<unknown, Problem>;
type Route = { readonly procedure: Procedure; readonly handler: AnyHandler };

export type Router = (message: CallMessage, context: CallContext) => Promise<CallEnvelope>;

/**
 * Joins a contract and its handlers: validate, check the role, run, validate the answer. Never throws: a bug becomes
 * the problem `internal` with a short reference that is also in the log, unless `problemOf` knows what was thrown (a full
 * disk, a folder that turned read-only). The only try/catch between page and service.
 */
export function createRouter(
  contract: Contract,
  handlers: object,
  log: Log,
  problemOf: (error: unknown) => Problem | null = () => null,
): Router {
  const routes = new Map<string, Route>();
  for (const [area, procedures] of Object.entries(contract)) {
    for (const [name, procedure] of Object.entries(procedures)) {
      const handler = (handlers as Record<string, Record<string, AnyHandler>>)[area]?.[name];
      if (handler === undefined) throw new Error(`No handler for ${area}.${name}`);
      routes.set(`${area}.${name}`, { procedure, handler });
    }
  }
  return async (message, context) => {
    const route = routes.get(message.name);
    if (route === undefined) return failed({ code: 'unknown-procedure', name: message.name.slice(0, 80) });
    const input = route.procedure.input.safeParse(message.input);
    if (!input.success) return failed({ code: 'bad-request', detail: z.prettifyError(input.error).slice(0, 600) });
    if (ROLES.indexOf(context.role) < ROLES.indexOf(route.procedure.role))
      return failed({ code: 'not-allowed', role: route.procedure.role });
    try {
      const result = await route.handler(input.data, context);
      return result.ok ? { ok: true, value: route.procedure.output.parse(result.value) } : failed(result.error);
    } catch (error) {
      const problem = problemOf(error);
      if (problem !== null) return failed(problem);
      return failed({ code: 'internal', ref: logBug(log, message.name, error) });
    }
  };
}

const failed = (error: Problem): CallEnvelope => ({ ok: false, error });

/** Only the error's name, its first stack frame and the procedure are logged: messages may quote what a person typed. */
function logBug(log: Log, procedure: string, error: unknown): string {
  const ref = randomBytes(3).toString('hex').toUpperCase();
  const where = error instanceof Error ? (error.stack?.split('\n').find((line) => line.includes(' at ')) ?? '') : '';
  log.error('bug', {
    ref,
    procedure,
    kind: error instanceof Error ? error.name : typeof error,
    where: where.trim().slice(0, 200),
  });
  return ref;
}
