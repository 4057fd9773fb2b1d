import { setImmediate as nextTurn } from 'node:timers/promises';

/** Long work that may be interrupted at every `yield`; the database may change between two of its steps. */
export type Steps<Value> = Generator<undefined, Value, undefined>;

/** Work between two turns of the event loop; a scan that comes meanwhile waits so long. */
const STRETCH_MS = 4;

/** Does the work while the desk goes on. */
export async function inTurns<Value>(steps: Steps<Value>): Promise<Value> {
  for (let startedAt = performance.now(); ; ) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - startedAt < STRETCH_MS) continue;
    await nextTurn();
    startedAt = performance.now();
  }
}

/** Does the work at one go, where nobody waits. */
export function atOnce<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
