import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'dispatch-desk-run-';
const mark = 'DISPATCH_DESK_RUN_TEMP';
const leftOverMs = 24 * 3_600_000;

/**
 * Gives this process and all it starts one temporary folder and removes it when the process ends, whatever the tests
 * left in it. Inside a run that has its folder already it does nothing. A run that was killed leaves its folder behind:
 * the first run a day later removes it.
 */
export function takeRunTemp(env: NodeJS.ProcessEnv = process.env): void {
  if (env[mark] !== undefined) return;
  const parent = tmpdir();
  removeLeftOvers(parent);
  const folder = mkdtempSync(join(parent, prefix));
  // Windows asks TEMP and TMP, everything else TMPDIR.
  for (const name of [mark, 'TMPDIR', 'TEMP', 'TMP']) env[name] = folder;
  process.once('exit', () => remove(folder));
}

function removeLeftOvers(parent: string): void {
  const names = readdirSync(parent).filter((name) => name.startsWith(prefix));
  for (const folder of names.map((name) => join(parent, name))) {
    const changed = statSync(folder, { throwIfNoEntry: false });
    if (changed !== undefined && Date.now() - changed.mtimeMs > leftOverMs) remove(folder);
  }
}

/** A folder that cannot be removed, another person's or one still in use, is no reason to fail a run. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // It stays where it is.
  }
}
