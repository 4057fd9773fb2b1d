import type { Database } from 'better-sqlite3';
import type { ShippedParcel } from '../../../../shared/domain/order.ts';
import type { SendPhase } from '../../platforms/platform.ts';

/** How an attempt ended; `verdict` is the kind of answer. */
export type AttemptResult = {
  readonly endedAtMs: number;
  readonly phase: SendPhase;
  readonly httpStatus: number | null;
  readonly code: string | null;
  readonly message: string;
  readonly requestId: string;
  readonly verdict: string;
  readonly bodySha256: string;
};

export type AttemptRecord = {
  readonly no: number;
  readonly startedAtMs: number;
  readonly result: AttemptResult | null;
};

/** What a look at the platform showed. */
export type ReadBackRecord = {
  readonly atMs: number;
  readonly result: 'ours' | 'absent' | 'foreign' | 'failed';
  readonly detail: string;
  readonly parcels: readonly ShippedParcel[];
};

/** Attempts and looks: appended, never changed. Appending belongs in the transaction of the move it belongs to. */
export type EvidenceStore = {
  readonly begin: (seq: number, no: number, startedAtMs: number) => void;
  readonly end: (seq: number, no: number, result: AttemptResult) => void;
  readonly looked: (seq: number, record: ReadBackRecord) => void;
  readonly attempts: (seq: number) => readonly AttemptRecord[];
  readonly readBacks: (seq: number) => readonly ReadBackRecord[];
  /**
   * Lets go of the attempts and looks of finished ops that last changed before a moment (epoch ms): of at most `limit` ops
   * behind the place `after`. Where to go on, or null where nothing is left.
   */
  readonly forget: (options: { readonly beforeMs: number; readonly after: number; readonly limit: number }) => {
    readonly ops: number;
    readonly next: number | null;
  };
};

type AttemptRow = {
  no: number;
  started_at_ms: number;
  ended_at_ms: number | null;
  phase: SendPhase;
  http_status: number | null;
  code: string | null;
  message: string;
  request_id: string;
  verdict: string;
  body_sha256: string;
};
type ReadBackRow = { at_ms: number; result: ReadBackRecord['result']; detail: string; parcels: string };

/** Opens the evidence of one run of the app (its epoch). */
export function createEvidenceStore(database: Database, epoch: number): EvidenceStore {
  const begin = database.prepare('INSERT INTO attempt (op_seq, no, epoch, started_at_ms) VALUES (?, ?, ?, ?)');
  const end = database.prepare(
    `INSERT INTO attempt_result (op_seq, no, ended_at_ms, phase, http_status, code, message, request_id, verdict, body_sha256)
     VALUES (@seq, @no, @endedAtMs, @phase, @httpStatus, @code, @message, @requestId, @verdict, @bodySha256)`,
  );
  const looked = database.prepare(
    `INSERT INTO read_back (op_seq, no, at_ms, result, detail, parcels)
     SELECT @seq, coalesce(max(no), 0) + 1, @atMs, @result, @detail, @parcels FROM read_back WHERE op_seq = @seq`,
  );
  const attempts = database.prepare<[number], AttemptRow>(
    `SELECT a.no, a.started_at_ms, r.ended_at_ms, r.phase, r.http_status, r.code, r.message, r.request_id, r.verdict, r.body_sha256
     FROM attempt AS a LEFT JOIN attempt_result AS r ON r.op_seq = a.op_seq AND r.no = a.no WHERE a.op_seq = ? ORDER BY a.no`,
  );
  const readBacks = database.prepare<[number], ReadBackRow>(
    'SELECT at_ms, result, detail, parcels FROM read_back WHERE op_seq = ? ORDER BY no',
  );
  return {
    begin: (seq, no, startedAtMs) => {
      begin.run(seq, no, epoch, startedAtMs);
    },
    end: (seq, no, result) => {
      end.run({ seq, no, ...result });
    },
    looked: (seq, record) => {
      looked.run({ seq, ...record, parcels: JSON.stringify(record.parcels) });
    },
    attempts: (seq) => attempts.all(seq).map(toAttempt),
    forget: createForget(database),
    readBacks: (seq) =>
      readBacks.all(seq).map((row) => ({
        atMs: row.at_ms,
        result: row.result,
        detail: row.detail,
        parcels: JSON.parse(row.parcels) as readonly ShippedParcel[],
      })),
  };
}

const toAttempt = (row: AttemptRow): AttemptRecord => ({
  no: row.no,
  startedAtMs: row.started_at_ms,
  result:
    row.ended_at_ms === null
      ? null
      : {
          endedAtMs: row.ended_at_ms,
          phase: row.phase,
          httpStatus: row.http_status,
          code: row.code,
          message: row.message,
          requestId: row.request_id,
          verdict: row.verdict,
          bodySha256: row.body_sha256,
        },
});

/** Ops that have attempts or looks, in the order saved: both tables are walked by their keys, so each slice is short. */
const WITH_EVIDENCE = `SELECT op_seq AS seq FROM attempt WHERE op_seq > @after
  UNION SELECT op_seq FROM read_back WHERE op_seq > @after ORDER BY 1 LIMIT @limit`;

function createForget(database: Database): EvidenceStore['forget'] {
  const walk = database.prepare<{ after: number; limit: number }, { seq: number }>(WITH_EVIDENCE);
  const isOver = database.prepare<[number, number]>(
    "SELECT 1 FROM op_state WHERE op_seq = ? AND state IN ('shipped', 'cancelled') AND updated_at_ms < ?",
  );
  const deletes = ['read_back', 'attempt_result', 'attempt'].map((table) =>
    database.prepare<[number]>(`DELETE FROM ${table} WHERE op_seq = ?`),
  );
  return ({ beforeMs, after, limit }) =>
    database
      .transaction(() => {
        const walked = walk.all({ after, limit });
        const over = walked.filter(({ seq }) => isOver.get(seq, beforeMs) !== undefined);
        for (const { seq } of over) for (const remove of deletes) remove.run(seq);
        return { ops: over.length, next: walked.length < limit ? null : (walked.at(-1)?.seq ?? null) };
      })
      .immediate();
}
