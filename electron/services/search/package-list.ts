import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import type { OpState } from '../../../shared/domain/op.ts';
import type { NameKind } from './search-index.ts';

export type PackageQuestion = {
  readonly shopId: string;
  readonly operator: string;
  readonly carrier: string;
  readonly states: readonly OpState[];
  /** Epoch ms; the end is not part of it. */
  readonly fromMs: number | null;
  readonly toMs: number | null;
  readonly limit: number;
  /** `next` of the page before. */
  readonly after: string | null;
};
export type PackagePage = { readonly seqs: readonly number[]; readonly next: string | null };

/** Packages newest first, narrowed by shop, operator, carrier, state and time. Only reads. */
export type PackageList = {
  readonly page: (question: PackageQuestion) => Promise<PackagePage>;
  readonly names: (kind: Exclude<NameKind, 'state'>) => readonly string[];
  /** The first op saved at or after a time; ops are numbered in the order of saving. */
  readonly seqAt: (atMs: number) => number;
};

/** Index entries looked at before the event loop gets a turn. */
const SLICE = 20_000;

type Walk = {
  readonly ahead: (id: number, before: number, from: number) => number | undefined;
  readonly rows: (question: Readonly<Record<string, number | string>>) => readonly number[];
};

/** Prepares the list over the desk's file (times) and the search file (what to filter by). */
export function createPackageList(main: Database, search: Database): PackageList {
  const nameId = search.prepare<[string, string], number>('SELECT id FROM name WHERE kind = ? AND name = ?').pluck();
  const names = search.prepare<[string], string>('SELECT name FROM name WHERE kind = ? ORDER BY name').pluck();
  const walks = {
    operator: prepareWalk(search, 'operator'),
    carrier: prepareWalk(search, 'carrier'),
    shop: prepareWalk(search, 'shop'),
    state: prepareWalk(search, 'state'),
    all: prepareWalk(search, null),
  };
  const seqAt = prepareSeqAt(main);
  return {
    seqAt,
    names: (kind) => names.all(kind),
    page: async (question) => {
      const ids = {
        operator: question.operator === '' ? 0 : (nameId.get('operator', question.operator) ?? -1),
        carrier: question.carrier === '' ? 0 : (nameId.get('carrier', question.carrier) ?? -1),
        shop: question.shopId === '' ? 0 : (nameId.get('shop', question.shopId) ?? -1),
      };
      const states = question.states.flatMap((state) => nameId.get('state', state) ?? []);
      const from = question.fromMs === null ? 0 : seqAt(question.fromMs);
      const end = question.toMs === null ? Number.MAX_SAFE_INTEGER : seqAt(question.toMs);
      const by = (['operator', 'carrier', 'shop'] as const).find((kind) => ids[kind] !== 0);
      const only = by === undefined && states.length === 1 ? (states[0] ?? 0) : 0;
      const walk = walks[by ?? (only === 0 ? 'all' : 'state')];
      const id = by === undefined ? only : ids[by];
      const seqs: number[] = [];
      let before = question.after === null ? end : Math.min(end, Number(question.after));
      for (;;) {
        const to = walk.ahead(id, before, from) ?? from;
        const limit = question.limit - seqs.length;
        seqs.push(...walk.rows({ id, before, to, ...ids, states: JSON.stringify(states), limit }));
        if (seqs.length >= question.limit) return { seqs, next: String(seqs.at(-1)) };
        if (to <= from) return { seqs, next: null };
        before = to;
        await nextTurn();
      }
    },
  };
}

/** The statement a walk along one index runs; `INDEXED BY` because the file is never analysed. */
export function packageRows(column: 'operator' | 'carrier' | 'shop' | 'state' | null): string {
  const along = column === null ? 'NOT INDEXED' : `INDEXED BY package_by_${column}`;
  return `SELECT seq FROM package ${along} WHERE ${column === null ? '@id = @id' : `${column} = @id`}
    AND seq < @before AND seq >= @to
    AND (@operator = 0 OR operator = @operator) AND (@carrier = 0 OR carrier = @carrier) AND (@shop = 0 OR shop = @shop)
    AND state IN (SELECT value FROM json_each(@states)) ORDER BY seq DESC LIMIT @limit`;
}

function prepareWalk(search: Database, column: Parameters<typeof packageRows>[0]): Walk {
  const along = column === null ? 'NOT INDEXED' : `INDEXED BY package_by_${column}`;
  const ahead = search
    .prepare<[number, number, number, number], number>(
      `SELECT seq FROM package ${along} WHERE ${column === null ? '? IS NOT NULL' : `${column} = ?`}
       AND seq < ? AND seq >= ? ORDER BY seq DESC LIMIT 1 OFFSET ?`,
    )
    .pluck();
  const rows = search.prepare<[Readonly<Record<string, number | string>>], number>(packageRows(column)).pluck();
  return {
    ahead: (id, before, from) => ahead.get(id, before, from, SLICE - 1),
    rows: (question) => rows.all(question),
  };
}

/** Twenty looks at the primary key instead of an index on time. */
function prepareSeqAt(main: Database): (atMs: number) => number {
  const ends = main.prepare<[], { low: number | null; high: number | null }>(
    'SELECT (SELECT min(seq) FROM op) AS low, (SELECT max(seq) FROM op) AS high',
  );
  const at = main.prepare<[number], { seq: number; created_at_ms: number }>(
    'SELECT seq, created_at_ms FROM op WHERE seq >= ? ORDER BY seq LIMIT 1',
  );
  return (atMs) => {
    const { low, high } = ends.get() ?? { low: null, high: null };
    let from = low ?? 0;
    let to = (high ?? -1) + 1;
    while (from < to) {
      const middle = Math.floor((from + to) / 2);
      const op = at.get(middle);
      if (op === undefined || op.created_at_ms >= atMs) to = middle;
      else from = op.seq + 1;
    }
    return from;
  };
}
