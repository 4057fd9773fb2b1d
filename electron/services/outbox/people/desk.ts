import type { OpAction } from '../../../../shared/domain/op.ts';
import { actionFacts, actionsOf } from './actions.ts';
import type { OutboxCore } from '../core.ts';
import { correctionBudget, currentOf } from './corrections.ts';
import { decide, type Decision } from './decide.ts';
import { createOpList, type OpList } from '../op-list.ts';
import { refuseRefund } from './refund.ts';
import { correctWaybill, editRejected, type Edit } from './replace.ts';
import type { AttemptRecord, ReadBackRecord } from '../store/evidence-store.ts';
import type { StoredOp } from '../store/op-row.ts';
import { opSubject } from '../store/op-store.ts';
import type { Worker } from '../sending/worker.ts';
import type { AuditEntry } from '../../audit/audit-log.ts';
import type { Problem } from '../../../../shared/contract/problem.ts';
import type { Carrier } from '../../../../shared/domain/carrier.ts';
import type { Result } from '../../../../shared/kernel/result.ts';
import type { Cause } from '../apply.ts';

/** Everything the record holds about one op. */
export type OpRecord = {
  readonly attempts: readonly AttemptRecord[];
  readonly readBacks: readonly ReadBackRecord[];
  readonly audit: readonly AuditEntry[];
  readonly supersededBy: string | null;
};

/** What people do with single ops: see them, decide about them, replace them. */
export type OutboxDesk = OpList & {
  readonly find: (id: string) => StoredOp | null;
  readonly bySeq: (seq: number) => StoredOp | null;
  /** Oldest first, final ones included. */
  readonly ofOrder: (shopId: string, orderId: string) => readonly StoredOp[];
  readonly actions: (op: StoredOp) => readonly OpAction[];
  readonly record: (op: StoredOp) => OpRecord;
  /** Whether somebody's leave by PIN was used on it. */
  readonly overridden: (op: StoredOp) => boolean;
  readonly decide: (id: string, decision: Decision, cause: Cause) => Result<StoredOp, Problem>;
  readonly edit: (id: string, edit: Edit, operator: string) => Result<StoredOp, Problem>;
  readonly correct: (
    id: string,
    to: { readonly carrier: Carrier; readonly waybill: string },
    operator: string,
  ) => Result<StoredOp, Problem>;
  readonly refuseRefund: (
    id: string,
    choice: { readonly operator: string; readonly reason: string },
  ) => Result<StoredOp, Problem>;
  /** How many waybill changes of the op's order are used as far as this desk knows; null where its platform has none. */
  readonly corrections: (op: StoredOp) => { readonly used: number; readonly limit: number } | null;
  /** The op that brought the waybill an op's parcel has now: itself, or the last correction that stands. */
  readonly current: (op: StoredOp) => StoredOp;
  /** Looks at the platform now and waits for what it shows. */
  readonly lookNow: (op: StoredOp) => Promise<void>;
};

/** History rows told about one op. */
const MAX_HISTORY = 500;

/** Creates the desk. Whatever it changes wakes the worker. */
export function createDesk(core: OutboxCore, worker: Worker): OutboxDesk {
  const list = createOpList(core.database, (text) =>
    core.shops.list().flatMap((shop) => (shop.name.toLowerCase().includes(text.toLowerCase()) ? [shop.id] : [])),
  );
  const waking = (result: Result<StoredOp, Problem>): Result<StoredOp, Problem> => {
    if (result.ok) worker.wake();
    return result;
  };
  return {
    ...list,
    find: core.reader.byId,
    bySeq: core.reader.bySeq,
    ofOrder: core.reader.ofOrder,
    actions: (op) => actionsOf(op.status, actionFacts(core, op)),
    record: (op) => ({
      attempts: core.evidence.attempts(op.seq),
      readBacks: core.evidence.readBacks(op.seq),
      audit: core.audit.about(opSubject(op.id), MAX_HISTORY),
      supersededBy: core.reader.supersededBy(op.id),
    }),
    overridden: ({ id }) =>
      core.audit.count(opSubject(id), 'override.granted') > core.audit.count(opSubject(id), 'override.unused'),
    decide: (id, decision, cause) => waking(decide(core, id, decision, cause)),
    edit: (id, edit, operator) => waking(editRejected(core, id, edit, operator)),
    correct: (id, to, operator) => waking(correctWaybill(core, id, to, operator)),
    refuseRefund: (id, choice) => waking(refuseRefund(core, id, choice)),
    corrections: (op) => {
      const budget = correctionBudget(core, op);
      return budget.limit === 0 ? null : budget;
    },
    current: (op) => currentOf(core, op),
    lookNow: async (op) => {
      await worker.lookNow(op, op.shopId);
    },
  };
}
