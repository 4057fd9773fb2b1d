import type { EventHub } from '../events.ts';

/** Runs a task when the ones before it have ended. */
export type Turns = <Value>(task: () => Value | Promise<Value>) => Promise<Value>;

/** Runs tasks one after another in the order they came, each whatever became of the one before. */
export function createTurns(): Turns {
  let tail: Promise<unknown> = Promise.resolve();
  return (task) => {
    const run = tail.then(task, task);
    tail = run.catch(() => undefined);
    return run;
  };
}

/** Looks at the start, and whenever orders or packages changed; changes that come together are looked at once. */
export function onNews(events: Pick<EventHub, 'subscribe'>, inTurn: Turns, look: () => void): void {
  let due = false;
  const plan = (): void => {
    if (due) return;
    due = true;
    void inTurn(() => {
      due = false;
      look();
    });
  };
  events.subscribe(({ name }) => {
    if (name === 'outbox.changed' || name === 'orders.changed') plan();
  });
  plan();
}
