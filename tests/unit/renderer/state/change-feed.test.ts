import { describe, expect, it } from 'vitest';
import type { Signal } from '../../../../renderer/api/signals.ts';
import { onChange } from '../../../../renderer/state/change-feed.ts';
import type { EventName } from '../../../../shared/contract/event.ts';
import { createFakeDesk } from '../../../support/fake-desk.ts';

const setup = () => {
  const desk = createFakeDesk();
  const runs: number[] = [];
  let finish = (): void => undefined;
  const stop = onChange(desk, ['orders.changed'], () => {
    runs.push(runs.length);
    return new Promise<void>((done) => {
      finish = done;
    });
  });
  return { desk, runs, stop, finish: async () => (finish(), await Promise.resolve(), await Promise.resolve()) };
};
const changed = (name: EventName): Signal => ({ kind: 'event', event: { seq: 1, name, ids: [] } });

describe('a store that listens to changes', () => {
  it('loads again for its own names and for no other', async () => {
    const { desk, runs } = setup();
    desk.tell(changed('shops.changed'));
    expect(runs).toHaveLength(0);
    desk.tell(changed('orders.changed'));
    expect(runs).toHaveLength(1);
  });

  it('loads again after a gap and after the backend came back, not when it goes', () => {
    for (const [kind, expected] of [
      ['reset', 1],
      ['back', 1],
      ['lost', 0],
    ] as const) {
      const { desk, runs } = setup();
      desk.tell({ kind });
      expect(runs).toHaveLength(expected);
    }
  });

  it('folds changes during a load into one more load', async () => {
    const { desk, runs, finish } = setup();
    for (let count = 0; count < 5; count += 1) desk.tell(changed('orders.changed'));
    expect(runs).toHaveLength(1);
    await finish();
    expect(runs).toHaveLength(2);
    await finish();
    expect(runs).toHaveLength(2);
  });

  it('stops when told to', () => {
    const { desk, runs, stop } = setup();
    stop();
    desk.tell(changed('orders.changed'));
    expect(runs).toHaveLength(0);
  });
});
