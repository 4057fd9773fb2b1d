import SqliteDatabase, { type Database } from 'better-sqlite3';
import { openOrRescue } from '../../../electron/services/recovery/open-or-rescue.ts';
import type { UpgradePlan } from './interrupted-upgrade.ts';

/**
 * Opens a data folder as the app does at its start, in a process that dies by SIGKILL right before the statement it is
 * told. Ends with 0 where it came to its end, with 3 where the folder was refused.
 */
const { dataDir, dieBefore, without } = JSON.parse(process.argv[2] ?? '') as UpgradePlan;
const database = SqliteDatabase.prototype as Database;
const { exec, pragma, prepare } = database;
let statements = 0;

const step = (): void => {
  statements += 1;
  if (statements === dieBefore) process.kill(process.pid, 'SIGKILL');
};

/** The part of a script up to its first whole statement, by SQLite's own parser; a comment alone is none. */
function firstStatement(on: Database, sql: string): string {
  for (let end = sql.indexOf(';'); end >= 0; end = sql.indexOf(';', end + 1)) {
    const part = sql.slice(0, end + 1);
    try {
      prepare.call(on, part);
      return part;
    } catch (error) {
      if (!/incomplete input|no statements/.test((error as Error).message)) return part;
    }
  }
  return sql;
}

database.exec = function (sql: string) {
  for (let rest = sql; rest.trim() !== ''; ) {
    const part = firstStatement(this, rest);
    step();
    exec.call(this, part);
    rest = rest.slice(part.length);
  }
  return this;
};
database.pragma = function (...of: Parameters<Database['pragma']>) {
  step();
  return pragma.apply(this, of);
};
if (without === 'one-transaction')
  database.transaction = ((task: () => unknown) => Object.assign(task, { immediate: task })) as never;

const opened = openOrRescue({ dataDir, nowMs: Date.now(), newestSaved: null });
if (opened.ok) opened.value.database.close();
process.exit(opened.ok ? 0 : 3);
