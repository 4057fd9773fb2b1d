import type { Database } from 'better-sqlite3';
import { NEEDS_YOU_STATES, needsYou, type OpState, OpStateSchema } from '../../../shared/domain/op.ts';
import { LEFT_TO_PEOPLE } from './store/due-ops.ts';
import { type JoinedRow, SELECT_OP, type StoredOp, toStoredOp } from './store/op-row.ts';

export type ListQuestion = {
  readonly states?: readonly OpState[] | undefined;
  /** Instead of states: all that a person has to see to ({@link needsYou}). */
  readonly needsYou?: true | undefined;
  readonly search: string;
  readonly limit: number;
  /** `next` of the page before. */
  readonly after: string | null;
};
export type OpPage = { readonly ops: readonly StoredOp[]; readonly next: string | null };

/** Newest first; page by page, from the index on state, so that a long history costs nothing. */
export type OpList = { readonly page: (question: ListQuestion) => OpPage };

/** How far back a text that starts no order number and no waybill is looked for inside them. */
const SUBSTRING_ROWS = 20_000;
/** Rows whose order number or waybill starts with the text, at most. */
const PREFIX_ROWS = 2_000;

/** Prepares the list. `shopsNamed` gives the ids of shops whose name holds a text. */
export function createOpList(database: Database, shopsNamed: (text: string) => readonly string[]): OpList {
  const inState = database.prepare<[string, number, number], { seq: number }>(
    `SELECT op_seq AS seq FROM op_state INDEXED BY op_state_by_state
     WHERE state = ? AND op_seq < ? ORDER BY op_seq DESC LIMIT ?`,
  );
  const leftToPeople = database.prepare<[number, number], { seq: number }>(
    `SELECT op_seq AS seq FROM op_state INDEXED BY op_state_by_state
     WHERE ${LEFT_TO_PEOPLE} AND op_seq < ? ORDER BY op_seq DESC LIMIT ?`,
  );
  const byPrefix = database.prepare<
    { from: string; to: string; upper: string; upperTo: string; max: number },
    { seq: number }
  >(
    `SELECT seq FROM (SELECT seq FROM op WHERE order_id >= @from AND order_id < @to LIMIT @max)
     UNION SELECT seq FROM (SELECT seq FROM op WHERE waybill >= @upper AND waybill < @upperTo AND waybill <> '' LIMIT @max)
     UNION SELECT seq FROM op WHERE id = @from`,
  );
  const within = database.prepare<{ text: string; shops: string; after: number }, { seq: number }>(
    `SELECT seq FROM op WHERE seq > @after AND (instr(waybill, upper(@text)) > 0 OR instr(order_id, @text) > 0
       OR shop_id IN (SELECT value FROM json_each(@shops)))`,
  );
  const newest = database.prepare<[], { seq: number | null }>('SELECT max(seq) AS seq FROM op');
  const bySeq = database.prepare<[number], JoinedRow>(`${SELECT_OP} WHERE op.seq = ?`);
  const read = (seq: number): StoredOp[] => {
    const row = bySeq.get(seq);
    return row === undefined ? [] : [toStoredOp(row)];
  };
  const found = (search: string): readonly number[] => {
    const upper = search.toUpperCase();
    const range = { from: search, to: `${search}\uFFFF`, upper, upperTo: `${upper}\uFFFF`, max: PREFIX_ROWS };
    const started = byPrefix.all(range);
    if (started.length > 0) return started.map(({ seq }) => seq);
    const after = (newest.get()?.seq ?? 0) - SUBSTRING_ROWS;
    return within.all({ text: search, shops: JSON.stringify(shopsNamed(search)), after }).map(({ seq }) => seq);
  };
  return {
    page: ({ needsYou: urgent, search, limit, after, ...question }) => {
      const states = urgent === true ? NEEDS_YOU_STATES : (question.states ?? OpStateSchema.options);
      const wanted = ({ status }: StoredOp): boolean =>
        urgent === true ? needsYou(status) : states.some((state) => state === status.state);
      const before = after === null || !/^\d{1,15}$/.test(after) ? Number.MAX_SAFE_INTEGER : Number(after);
      const text = search.trim();
      const seqs =
        text === ''
          ? [
              ...states.flatMap((state) => inState.all(state, before, limit + 1)),
              ...(urgent === true ? leftToPeople.all(before, limit + 1) : []),
            ].map(({ seq }) => seq)
          : found(text).filter((seq) => seq < before);
      const newestFirst = seqs.toSorted((a, b) => b - a);
      const ops: StoredOp[] = [];
      for (const seq of newestFirst) {
        if (ops.length > limit) break;
        ops.push(...read(seq).filter(wanted));
      }
      const page = ops.slice(0, limit);
      return { ops: page, next: ops.length > limit ? String(page.at(-1)?.seq ?? '') : null };
    },
  };
}
