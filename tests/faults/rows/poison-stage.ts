import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { DATABASE_FILE } from '../../../electron/services/db/open.ts';
import { reportOf } from '../trial-report.ts';
import type { FaultStage } from '../fault-stage.ts';
import { teethSize } from '../trial-stage.ts';
import { runTrial } from '../trial.ts';

/** How a row is spoilt: the bytes do not fit their hash, are no payload, or are of a version nobody knows. */
const SPOILT: readonly ((payload: string) => string)[] = [
  (payload) => payload.replace('"quantity":', '"quantity":1'),
  () => '{"version":1,"kind":"send"',
  (payload) => payload.replace('"version":1', '"version":99'),
  () => 'x'.repeat(300_000),
];

/** X11: rows the app cannot read lie among the others: those are kept and shown, and hold nobody up. */
export const poisonRows: FaultStage = {
  id: 'X11',
  title: 'rows that cannot be read among good ones',
  run: async ({ tier, seed }) => {
    const size = tier === 'quick' ? { cycles: 6, poison: 8 } : { cycles: 200, poison: 50 };
    let planted = 0;
    const trial = await runTrial({
      cycles: size.cycles,
      seed,
      packagesPerCycle: 50,
      between: (dataDir, cycle) => {
        if (planted < size.poison && plant(dataDir, cycle)) planted += 1;
      },
    });
    const kept = trial.end.states.filter(([orderId]) => orderId.startsWith(POISON)).map(([, state]) => state);
    const visible = kept.filter((state) => state === 'quarantined').length;
    return reportOf(`desks, ${planted} rows planted`, trial, [
      { name: `rows planted and kept: ${kept.length} of ${planted}`, passed: kept.length === planted && planted > 0 },
      { name: `of them in quarantine: ${visible}`, passed: visible === planted },
    ]);
  },
  teeth: {
    without: 'doubt',
    run: async ({ seed }) => reportOf('desks', await runTrial({ ...teethSize(seed), without: 'doubt' })),
  },
};

const POISON = '99999';

/** Copies an op under an order number of its own, spoilt, as a defect or another program would leave it. */
function plant(dataDir: string, nth: number): boolean {
  const database = new SqliteDatabase(join(dataDir, DATABASE_FILE));
  try {
    const row = database.prepare<[], Record<string, unknown>>('SELECT * FROM op ORDER BY seq LIMIT 1').get();
    if (row === undefined) return false;
    const orderId = `${POISON}${String(nth).padStart(6, '0')}`;
    const spoil = SPOILT[nth % SPOILT.length] ?? String;
    database.transaction(() => {
      const { lastInsertRowid } = insert(database, 'op', {
        ...row,
        seq: null,
        id: `op-poison-${nth}`,
        order_id: orderId,
        waybill: '',
        payload: spoil(String(row['payload'])),
      });
      const state = database
        .prepare<[], Record<string, unknown>>('SELECT * FROM op_state ORDER BY op_seq LIMIT 1')
        .get();
      insert(database, 'op_state', {
        ...state,
        op_seq: Number(lastInsertRowid),
        state: 'ready',
        not_before_ms: 0,
        doubt_since_ms: null,
        hold_kind: null,
        proof: null,
        code: null,
        counters: '{}',
      });
    })();
    return true;
  } finally {
    database.close();
  }
}

function insert(database: SqliteDatabase.Database, table: string, row: Readonly<Record<string, unknown>>) {
  const names = Object.keys(row);
  return database
    .prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`)
    .run(row);
}
