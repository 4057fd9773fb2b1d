import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import {
  allows,
  type CallContext,
  type CallEnvelope,
  type CallMessage,
  type Contract,
  type Procedure,
} from '../../../shared/contract/define.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Approval, Approvals } from '../operators/approvals.ts';
import type { Log } from '../ports.ts';

type AnyHandler = (
  input: unknown,
  context: CallContext,
) => Promise<Result<unknown, Problem>> | Result<unknown, Problem>;
type Route = { readonly procedure: Procedure; readonly handler: AnyHandler };

export type Router = (message: CallMessage, context: CallContext) => Promise<CallEnvelope>;

export type RouterHooks = {
  /** What is expected to be thrown: a full disk, a folder that turned read-only. */
  readonly problemOf?: (error: unknown) => Problem | null;
  /** Judges the leave a call brings along; without it there is none. */
  readonly approvals?: Approvals;
  /** Called before a command is run that the caller may give. */
  readonly onCommand?: (context: CallContext) => void;
};

/**
 * Joins a contract and its handlers: validate, check the role, run, validate the answer. Never throws: a bug becomes
 * the problem `internal` with a short reference that is also in the log, unless `problemOf` knows what was thrown. The
 * only try/catch between page and service.
 */
export function createRouter(contract: Contract, handlers: object, log: Log, hooks: RouterHooks = {}): Router {
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
    try {
      const admitted = await admit(hooks.approvals, route.procedure, message, input.data, context);
      if (!admitted.ok) return failed(admitted.error);
      if (route.procedure.kind === 'command') hooks.onCommand?.(context);
      const result = await route.handler(input.data, admitted.value.context);
      admitted.value.used(result.ok ? result.value : null);
      return result.ok ? { ok: true, value: route.procedure.output.parse(result.value) } : failed(result.error);
    } catch (error) {
      const problem = hooks.problemOf?.(error) ?? null;
      if (problem !== null) return failed(problem);
      return failed({ code: 'internal', ref: logBug(log, message.name, error) });
    }
  };
}

/** The context a call runs in: the caller's own, or with the leave it brought along. A locked desk takes no leave. */
async function admit(
  approvals: Approvals | undefined,
  procedure: Procedure,
  { name, override }: CallMessage,
  input: unknown,
  context: CallContext,
): Promise<Result<Approval, Problem>> {
  const needed = procedure.roleFor?.(input) ?? procedure.role;
  if (allows(context.role, needed)) return ok({ context, used: () => undefined });
  if (context.role === 'anyone') return err({ code: 'sign-in-needed' });
  if (override === undefined || approvals === undefined) return err({ code: 'not-allowed', role: needed });
  return await approvals.ask({ procedure: name, needed, input }, override, context);
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
