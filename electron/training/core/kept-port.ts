import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE_NAME = 'port';

/** The port of the last run with this folder, so that addresses written down then still work; 0 where there is none. */
export function keptPort(stateDir: string | undefined): number {
  if (stateDir === undefined) return 0;
  try {
    const port = Number(readFileSync(join(stateDir, FILE_NAME), 'utf8'));
    return Number.isInteger(port) && port > 1023 && port < 65536 ? port : 0;
  } catch {
    return 0;
  }
}

export function keepPort(stateDir: string | undefined, port: number): void {
  if (stateDir !== undefined) writeFileSync(join(stateDir, FILE_NAME), `${port}\n`);
}
