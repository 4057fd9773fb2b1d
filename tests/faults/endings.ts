import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { type Ending, killed, startDesk } from './desk-child.ts';
import type { DeskLine, DeskPlan } from './desk-plan.ts';

/** How long a desk that was asked to stop may take; an operating system gives it about as long. */
const STOP_MS = 5_000;
const THAWED_MS = 200;

/** The window is closed or the machine shut down: the desk must end by itself, with 0 and in time. */
export const asked: Ending = async ({ child }) => {
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(STOP_MS, 'late', { ref: false });
  if ((await Promise.race([exit, late])) === 'late') child.kill('SIGKILL');
  const [code] = (await exit) as [number | null];
  if (code !== 0) throw new Error(`asked to stop, the desk ended with ${code ?? child.signalCode}`);
};

/** The process is frozen in the middle of its work; a second desk is refused meanwhile; it wakes up, goes on, and dies. */
export function frozenFor(frozenMs: number): Ending {
  return async (desk) => {
    desk.child.kill('SIGSTOP');
    await mustBeRefused(desk.plan);
    await setTimeout(frozenMs);
    desk.child.kill('SIGCONT');
    await setTimeout(THAWED_MS);
    await killed(desk);
  };
}

/** A second desk is started on the same folder while the first works: it must be refused; then the first dies. */
export const joined: Ending = async (desk) => {
  await mustBeRefused(desk.plan);
  await killed(desk);
};

async function mustBeRefused(plan: DeskPlan): Promise<void> {
  const lines: DeskLine[] = [];
  const { child, ended } = startDesk({ ...plan, task: 'pack' }, (line) => {
    lines.push(line);
    // One that was let in would pack until somebody ends it.
    if (!('refused' in line)) child.kill('SIGKILL');
  });
  await ended;
  const [first] = lines;
  if (first === undefined || !('refused' in first) || first.refused !== 'data-folder-in-use' || lines.length > 1)
    throw new Error(`a second desk was not refused: ${JSON.stringify(lines)}`);
}
