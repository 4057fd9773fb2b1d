import { existsSync, readFileSync } from 'node:fs';
import { arch, cpus, freemem, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';

/** One text file of a diagnostics bundle, as it is shown before it is saved. */
export type DiagnosticsFile = { readonly name: string; readonly text: string };

const ATTEMPTS = 200;
const LOG_BYTES = 128 * 1024;

/**
 * What support needs and nothing else: no order number, no waybill, no name of a person or shop, no platform's words, no
 * credential. Logs are allow-listed when they are written.
 */
export function collectDiagnostics(deps: {
  readonly database: Database;
  readonly dataDir: string;
  /** Facts from the rest of the app, each a file of its own; must hold no receiver data and no secret. */
  readonly facts: Readonly<Record<string, unknown>>;
}): readonly DiagnosticsFile[] {
  const { database, dataDir, facts } = deps;
  return [
    asJson('machine.json', machine(database)),
    ...Object.entries(facts).map(([name, value]) => asJson(`${name}.json`, value)),
    asJson('attempts.json', lastAttempts(database)),
    asJson('gates.json', gates(database)),
    { name: 'desk.log', text: endOfLog(join(dataDir, 'logs', 'desk.log')) },
  ];
}

const asJson = (name: string, value: unknown): DiagnosticsFile => ({ name, text: JSON.stringify(value, null, 2) });

function machine(database: Database): unknown {
  return {
    system: `${platform()} ${release()} ${arch()}`,
    node: process.version,
    sqlite: database.prepare('SELECT sqlite_version()').pluck().get(),
    schema: database.pragma('user_version', { simple: true }),
    processors: cpus().length,
    memoryMegabytes: { total: Math.round(totalmem() / 1024 ** 2), free: Math.round(freemem() / 1024 ** 2) },
    databaseMegabytes: Math.round(
      (Number(database.pragma('page_count', { simple: true })) *
        Number(database.pragma('page_size', { simple: true }))) /
        1024 ** 2,
    ),
  };
}

/** Codes only: a platform's words may quote an order or a person. */
const lastAttempts = (database: Database): readonly unknown[] =>
  database
    .prepare(
      `SELECT op.id AS op, op.platform, a.no, a.started_at_ms AS startedAtMs, r.ended_at_ms AS endedAtMs, r.phase,
         r.http_status AS httpStatus, r.code, r.verdict
       FROM attempt AS a JOIN op ON op.seq = a.op_seq LEFT JOIN attempt_result AS r ON r.op_seq = a.op_seq AND r.no = a.no
       ORDER BY a.op_seq DESC, a.no DESC LIMIT ${ATTEMPTS}`,
    )
    .all();

const gates = (database: Database): readonly unknown[] =>
  database
    .prepare(
      `SELECT shop.platform, shop.training, shop.paused, g.cause, g.code, g.closed_at_ms AS closedAtMs,
         g.recheck_at_ms AS recheckAtMs
       FROM shop LEFT JOIN account_gate AS g ON g.shop_id = shop.id WHERE shop.removed_at_ms IS NULL`,
    )
    .all();

function endOfLog(file: string): string {
  if (!existsSync(file)) return '';
  const text = readFileSync(file, 'utf8');
  return text.length <= LOG_BYTES ? text : text.slice(text.indexOf('\n', text.length - LOG_BYTES) + 1);
}
