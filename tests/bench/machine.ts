import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem } from 'node:os';
import SqliteDatabase from 'better-sqlite3';

/** What a figure depends on: written beside it. No names of machines or people. */
export function describeMachine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${memory} GiB, ${process.platform} ${release().split('-')[0] ?? ''} ${process.arch}, Node ${process.versions.node}, SQLite ${sqliteVersion()}`;
}

/** Work the machine had beside the bench: 1 and 5 minute averages. */
export const describeLoad = (): string =>
  loadavg()
    .slice(0, 2)
    .map((load) => load.toFixed(1))
    .join(' / ');

/** The commit measured, with a `+` behind it where the tree held changes. */
export function describeCommit(): string {
  const git = (...words: readonly string[]): string => execFileSync('git', words, { encoding: 'utf8' }).trim();
  try {
    return (
      git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', '--', '*.ts', '*.tsx') === '' ? '' : '+')
    );
  } catch {
    return 'unknown';
  }
}

function sqliteVersion(): string {
  const database = new SqliteDatabase(':memory:');
  const version = database.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? 'unknown';
  database.close();
  return version;
}
