import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { DATABASE_FILE, openDatabase } from '../../../electron/services/db/open.ts';
import { seededWaybill, seedHistory, withoutTriggers } from '../../bench/seed-history.ts';
import { atMost, type FaultReport, type FaultStage } from '../fault-stage.ts';
import { programFile } from '../programs.ts';
import type { BigDeskFigures, BigDeskPlan } from './big-desk-process.ts';
import { runLoad } from './load-trial.ts';

const SEARCHES = 50;
const MB = 1_048_576;

/** L2: three peak days packed and nothing sent yet. */
export const openBacklog: FaultStage = {
  id: 'L2',
  alone: true,
  title: 'a start with 50,000 packages open',
  run: async ({ tier }) => {
    const rows = tier === 'quick' ? 5_000 : 50_000;
    const setOpen = (database: Database): void => {
      withoutTriggers(database, ['op_state_recounts'], () =>
        database.exec("UPDATE op_state SET state = 'ready', proof = NULL, not_before_ms = 0"),
      );
    };
    return inBigDesk(rows, setOpen, async ({ figures, megabytes }) => ({
      counts: `${rows} packages open`,
      checks: [{ name: `waybills found: ${figures.found} of ${SEARCHES}`, passed: figures.found === SEARCHES }],
      figures: [
        atMost('from nothing to ready', figures.readyMs, 3_000, 'ms'),
        atMost('first page of the outbox', figures.firstPageMs, 200, 'ms'),
        atMost('database', megabytes, 200, 'MB'),
      ],
    }));
  },
};

/** L3: years of finished packages must not make a scan, a list or a search slower. */
export const longHistory: FaultStage = {
  id: 'L3',
  alone: true,
  title: 'a million finished packages',
  run: async ({ tier, seed }) => {
    const rows = tier === 'quick' ? 20_000 : 1_000_000;
    const unchanged = (): void => undefined;
    return inBigDesk(rows, unchanged, async ({ figures, folder }) => {
      const load = await runLoad({
        ...{ count: tier === 'quick' ? 60 : 1_200, everyMs: 50, seed },
        prepare: (dataDir) => moveAll(folder, dataDir),
      });
      const { ackMs } = load.figures;
      return {
        counts: `${rows} finished packages, ${load.acknowledged} saved on top`,
        checks: [
          { name: `waybills found: ${figures.found} of ${SEARCHES}`, passed: figures.found === SEARCHES },
          { name: 'the books balance', passed: load.end.conservation.accounted === rows + load.acknowledged },
        ],
        figures: [
          atMost('a page of the outbox, p95', figures.pageP95Ms, 100, 'ms'),
          atMost('search by waybill, p95', figures.searchP95Ms, 50, 'ms'),
          atMost('due to saved, p99', ackMs.p99, 50, 'ms'),
          atMost('due to saved, most', ackMs.most, 250, 'ms'),
        ],
      };
    });
  },
};

type BigDesk = { readonly folder: string; readonly figures: BigDeskFigures; readonly megabytes: number };

/** A seeded folder lacks the scan journal, which the first start writes; the second is measured. */
async function inBigDesk(
  rows: number,
  change: (database: Database) => void,
  use: (desk: BigDesk) => Promise<FaultReport>,
): Promise<FaultReport> {
  const folder = mkdtempSync(join(tmpdir(), 'dispatch-desk-big-'));
  try {
    seedDesk(folder, rows, change);
    const waybills = Array.from({ length: SEARCHES }, (_, n) => seededWaybill((n * 7_919 + 13) % rows));
    startBigDesk({ dataDir: folder, waybills: [], times: 1 });
    const figures = startBigDesk({ dataDir: folder, waybills, times: 100 });
    return await use({ folder, figures, megabytes: Math.round(statSync(join(folder, DATABASE_FILE)).size / MB) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function startBigDesk(plan: BigDeskPlan): BigDeskFigures {
  const { stdout, stderr, status } = spawnSync(process.execPath, [programFile('big-desk'), JSON.stringify(plan)], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as BigDeskFigures;
}

function moveAll(from: string, to: string): void {
  for (const name of readdirSync(from)) renameSync(join(from, name), join(to, name));
}

function seedDesk(dataDir: string, rows: number, change: (database: Database) => void): void {
  const opened = openDatabase({ dataDir, nowMs: Date.now() });
  if (!opened.ok) throw new Error(opened.error.code);
  const { database } = opened.value;
  seedHistory(database, rows);
  change(database);
  database.pragma('synchronous = FULL');
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
}
