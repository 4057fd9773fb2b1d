import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import type { DeskEnd, DeskLine, DeskPlan } from './desk-plan.ts';
import { type Program, programFile } from './programs.ts';

/** Starts a desk process and feeds its lines to `hear`; the plan travels in a file, `env` beside the own environment. */
export function startDesk<Line = DeskLine>(
  plan: DeskPlan,
  hear: (line: Line) => void,
  env: Readonly<Record<string, string>> = {},
  program: Program = 'desk',
) {
  const file = join(plan.dataDir, 'plan.json');
  writeFileSync(file, JSON.stringify(plan));
  const child = spawn(process.execPath, [programFile(program), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (text) => {
    // A line the kill cut in half was not a promise.
    if (text.endsWith('}')) hear(JSON.parse(text) as Line);
  });
  return { child, ended: Promise.all([once(child, 'exit'), once(lines, 'close')]) };
}

/** How a desk ends, and what must hold while it does. Throws when the desk or the ending is not as it should be. */
export type Ending = (desk: { readonly child: ChildProcess; readonly plan: DeskPlan }) => Promise<void>;

/** The process is gone between two instructions. */
export const killed: Ending = async ({ child }) => {
  child.kill('SIGKILL');
};

/** How long a desk is left alone before it ends: so many promises, then so many ms, so that slow machines end in the middle too. */
export type Death = { readonly afterSaves: number; readonly restMs: number; readonly ending: Ending };

/** A desk that packs until it is ended. What it promised is added to `acknowledged`. */
export async function packUntilEnded(
  plan: DeskPlan,
  death: Death,
  acknowledged: Set<string>,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  let saves = 0;
  const ending: Promise<void>[] = [];
  const endSoon = (): void => {
    if (ending.length > 0 || saves < Math.min(death.afterSaves, plan.packages.length)) return;
    const end = setTimeout(death.restMs)
      .then(() => death.ending({ child, plan }))
      .finally(() => child.kill('SIGKILL'));
    // Told by the await below; until the desk is gone nobody else listens.
    end.catch(() => undefined);
    ending.push(end);
  };
  const hear = (line: DeskLine): void => {
    if ('saved' in line) {
      acknowledged.add(line.saved);
      saves += 1;
    }
    if ('ready' in line || 'saved' in line) endSoon();
  };
  const { child, ended } = startDesk({ ...plan, task: 'pack' }, hear, env);
  await ended;
  if (ending.length === 0) throw new Error(`the desk ended by itself with ${child.exitCode}`);
  await Promise.all(ending);
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
