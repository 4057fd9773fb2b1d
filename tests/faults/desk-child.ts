import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DeskEnd, DeskLine, DeskPlan } from './desk-plan.ts';

const ENTRY = join(import.meta.dirname, 'desk-process.ts');

/** Starts a desk process and feeds its lines to `hear`; the plan travels in a file, `env` beside the own environment. */
export function startDesk(plan: DeskPlan, hear: (line: DeskLine) => void, env: Readonly<Record<string, string>> = {}) {
  const file = join(plan.dataDir, 'plan.json');
  writeFileSync(file, JSON.stringify(plan));
  const child = spawn(process.execPath, [ENTRY, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (text) => {
    // A line the kill cut in half was not a promise.
    if (text.endsWith('}')) hear(JSON.parse(text) as DeskLine);
  });
  return { child, ended: Promise.all([once(child, 'exit'), once(lines, 'close')]) };
}

/** How long a desk is left alone before it dies: so many promises, then so many ms, so that slow machines die in the middle too. */
export type Death = { readonly afterSaves: number; readonly restMs: number };

/** A desk that packs until it is killed. What it promised is added to `acknowledged`. */
export async function packUntilKilled(
  plan: DeskPlan,
  death: Death,
  acknowledged: Set<string>,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  let saves = 0;
  const dieSoon = (): void => {
    if (saves === Math.min(death.afterSaves, plan.packages.length))
      setTimeout(() => child.kill('SIGKILL'), death.restMs);
  };
  const hear = (line: DeskLine): void => {
    if ('saved' in line) {
      acknowledged.add(line.saved);
      saves += 1;
    }
    if ('ready' in line || 'saved' in line) dieSoon();
  };
  const { child, ended } = startDesk({ ...plan, task: 'pack' }, hear, env);
  await ended;
  if (child.signalCode !== 'SIGKILL') throw new Error(`the desk ended by itself with ${child.exitCode}`);
}

/** A desk that works off what is there and says how everything stands. */
export async function runToEnd(plan: DeskPlan, env: Readonly<Record<string, string>> = {}): Promise<DeskEnd> {
  let end: DeskEnd | null = null;
  const hear = (line: DeskLine): void => {
    if ('states' in line) end = line;
  };
  const { child, ended } = startDesk({ ...plan, packages: [] }, hear, env);
  await ended;
  if (end === null) throw new Error(`the desk ended with ${child.exitCode} and said nothing`);
  return end;
}
