import type { Database } from 'better-sqlite3';
import type { OpState } from '../../../../shared/domain/op.ts';
import type { AuditEntry, AuditLog } from '../../audit/audit-log.ts';
import { type OpStatus, writeCounters } from '../machine/op-status.ts';
import type { TransitionName } from '../machine/transitions.ts';
import type { StoredOp } from './op-row.ts';

/** An op to be saved (T1, or in doubt when it comes from the journal). */
export type NewOp = Omit<StoredOp, 'seq' | 'version' | 'updatedAtMs' | 'readable'>;

/** One written change, told after COMMIT. `from` is null for a new op. */
export type Change = { readonly op: StoredOp; readonly from: OpState | null };

/** Who makes a move, and what the audit row says about it beside from, to and code. */
export type MoveNote = { readonly atMs: number; readonly actor: string; readonly detail?: AuditEntry['detail'] };

/** The only writer of `op` and `op_state`. */
export type OpStore = {
  /** Runs `work` in one BEGIN IMMEDIATE, or within the one already open; a throw rolls all back. Told after COMMIT. */
  readonly transaction: <Value>(work: () => Value) => Value;
  /**
   * Inside a transaction only. Null when the order has an op with this package key already. Thrown: a run of the app
   * that is no longer the newest.
   */
  readonly insert: (op: NewOp, note: MoveNote, transition: string) => StoredOp | null;
  /**
   * Inside a transaction only: compare-and-set on state, version and epoch, with its audit row (I-8, I-10). Null when
   * somebody else has changed the op since it was read, or this run of the app is no longer the newest.
   */
  readonly move: (op: StoredOp, next: OpStatus, transition: TransitionName, note: MoveNote) => StoredOp | null;
};

const COLUMNS = `state = @state, version = version + 1, epoch = @epoch, not_before_ms = @notBeforeMs,
  doubt_since_ms = @doubtSinceMs, hold_kind = @holdKind, proof = @proof, code = @code, message = @message,
  request_id = @requestId, counters = @counters, updated_at_ms = @atMs`;

const NEWEST_RUN = '@epoch = (SELECT max(epoch) FROM epoch)';

/** Opens the store of one run of the app (its epoch). */
export function createOpStore(deps: {
  readonly database: Database;
  readonly epoch: number;
  readonly audit: AuditLog;
  readonly onChanged: (changes: readonly Change[]) => void;
}): OpStore {
  const { database, epoch, audit, onChanged } = deps;
  const sql = prepareWrites(database);
  const changes: Change[] = [];
  const run = database.transaction((work: () => unknown) => work());
  const note = (op: StoredOp, transition: string, from: OpState | null, { atMs, actor, detail }: MoveNote): void => {
    const { state, code } = op.status;
    const told = { from: from ?? '', to: state, ...(code === null ? {} : { code }), ...detail };
    audit.append({ atMs, actor, action: transition, subject: opSubject(op.id), detail: told });
    changes.push({ op, from });
  };
  return {
    transaction: <Value>(work: () => Value): Value => {
      if (database.inTransaction) return work();
      changes.length = 0;
      const value = run.immediate(work) as Value;
      const told = changes.splice(0);
      if (told.length > 0) onChanged(told);
      return value;
    },
    insert: (op, moveNote, transition) => {
      const { status, lane: _inOneOrder, ...row } = op;
      const result = sql.insertOp.run({ ...row, epoch });
      if (result.changes !== 1) {
        if (sql.newestRun.get() === epoch) return null;
        throw new Error('A newer run of the app has the outbox');
      }
      const seq = Number(result.lastInsertRowid);
      const { atMs } = moveNote;
      sql.insertState.run({ ...statusColumns(status), seq, shopId: op.shopId, epoch, atMs });
      const stored = { ...op, seq, version: 1, updatedAtMs: atMs, readable: true };
      note(stored, transition, null, moveNote);
      return stored;
    },
    move: (op, next, transition, moveNote) => {
      const { atMs } = moveNote;
      const { seq, version } = op;
      const from = op.status.state;
      const result = sql.update.run({ ...statusColumns(next), seq, version, from, epoch, atMs });
      if (result.changes !== 1) return null;
      const stored = { ...op, version: version + 1, updatedAtMs: atMs, readable: true, status: next };
      note(stored, transition, from, moveNote);
      return stored;
    },
  };
}

const prepareWrites = (database: Database) => ({
  insertOp: database.prepare(
    `INSERT INTO op (id, shop_id, platform, order_id, kind, package_key, resend_class, payload, payload_sha256,
       carrier_code, carrier_name, waybill, pieces, supersedes, created_at_ms, created_by)
     SELECT @id, @shopId, @platform, @orderId, @kind, @packageKey, @resendClass, @payloadText, @payloadSha256,
       @carrierCode, @carrierName, @waybill, @pieces, @supersedes, @createdAtMs, @createdBy WHERE ${NEWEST_RUN}
     ON CONFLICT (order_id, shop_id, platform, kind, package_key) DO NOTHING`,
  ),
  insertState: database.prepare(
    `INSERT INTO op_state (op_seq, shop_id, version, epoch, state, not_before_ms, doubt_since_ms, hold_kind, proof,
       code, message, request_id, counters, updated_at_ms)
     VALUES (@seq, @shopId, 1, @epoch, @state, @notBeforeMs, @doubtSinceMs, @holdKind, @proof,
       @code, @message, @requestId, @counters, @atMs)`,
  ),
  update: database.prepare(
    `UPDATE op_state SET ${COLUMNS} WHERE op_seq = @seq AND state = @from AND version = @version AND ${NEWEST_RUN}`,
  ),
  newestRun: database.prepare<[], number>('SELECT max(epoch) FROM epoch').pluck(),
});

/** The audit log's subject for an op. */
export const opSubject = (id: string): string => `op:${id}`;

const statusColumns = ({ counters, ...status }: OpStatus) => ({ ...status, counters: writeCounters(counters) });
