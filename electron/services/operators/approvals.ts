import { type Access, allows, type CallContext, type Override } from '../../../shared/contract/define.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { Clock } from '../ports.ts';
import type { People } from './people.ts';
import type { PinGuard } from './pin-guard.ts';

/** The call somebody gives leave for. */
export type AskedCall = { readonly procedure: string; readonly needed: Access; readonly input: unknown };

/** Leave that was given; to be told what became of it. */
export type Approval = {
  /** The caller, allowed to do this one call. */
  readonly context: CallContext;
  /** `value` is what the call answered, or null where it failed. */
  readonly used: (value: unknown) => void;
};

/** Leave for one call by somebody else's PIN (PACK-STATION 5.4). Both names and the reason go into the log first. */
export type Approvals = {
  readonly ask: (call: AskedCall, override: Override, context: CallContext) => Promise<Result<Approval, Problem>>;
};

/** Action names in the log; the mark on an op counts them. */
const GRANTED = 'override.granted';
const UNUSED = 'override.unused';

/** Creates the approvals. */
export function createApprovals(deps: {
  readonly people: Pick<People, 'find'>;
  readonly guard: PinGuard;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly clock: Pick<Clock, 'now'>;
}): Approvals {
  return {
    ask: async ({ procedure, needed, input }, override, context) => {
      const reason = override.reason.trim();
      if (reason === '') return err({ code: 'reason-missing' });
      const approver = deps.people.find(override.operatorId);
      if (approver === null) return err({ code: 'operator-not-found' });
      if (!allows(approver.role, needed)) return err({ code: 'not-allowed', role: needed });
      const checked = await deps.guard.check(approver, override.pin);
      if (!checked.ok) return checked;
      const note = override.note.trim();
      const write = (action: string, subject: string): void =>
        deps.audit.append({
          atMs: deps.clock.now(),
          actor: approver.name,
          action,
          subject,
          detail: { procedure, for: context.operator, reason, note },
        });
      const subject = subjectOf(procedure, input);
      write(GRANTED, subject);
      return ok({
        context: { ...context, role: needed },
        used: (value) => {
          const other = value === null ? null : subjectOf(procedure, value);
          if (other === null) write(UNUSED, subject);
          else if (other !== subject && other.startsWith('op:')) write(GRANTED, other);
        },
      });
    },
  };
}

/** The shipment a call of the outbox is about, else the call itself. */
function subjectOf(procedure: string, about: unknown): string {
  const id = typeof about === 'object' && about !== null && 'id' in about ? about.id : null;
  return procedure.startsWith('outbox.') && typeof id === 'string' ? `op:${id}` : `call:${procedure}`;
}
