import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPackingStore } from '../../../../renderer/state/packing-store.ts';
import { err, ok } from '../../../../shared/kernel/result.ts';
import { bench, line } from '../../../support/bench-views.ts';
import { createFakeDesk, emptyBench, type FakeDeskOptions } from '../../../support/fake-desk.ts';

const setup = (options: FakeDeskOptions = {}) => {
  const desk = createFakeDesk(options);
  return { desk, store: createPackingStore(desk) };
};
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the line of inputs', () => {
  it('hands over scans and keys one at a time, in the order they came', async () => {
    let running = 0;
    let atOnce = 0;
    const { desk, store } = setup({
      onInput: async (_input, view) => {
        running += 1;
        atOnce = Math.max(atOnce, running);
        await new Promise((done) => setTimeout(done, 30));
        running -= 1;
        return ok({ verdict: 'item-accepted', view });
      },
    });
    const { send } = store.getState();
    send({ scan: 'A' });
    send({ act: { action: 'new-package' } });
    send({ scan: 'B' });
    send({ act: { action: 'seal' } });
    await vi.advanceTimersByTimeAsync(200);
    expect(desk.inputs).toEqual(['A', 'new-package', 'B', 'seal']);
    expect(atOnce).toBe(1);
    expect(store.getState().waiting).toEqual([]);
  });

  it('shows a scan before the backend has judged it', () => {
    const { store } = setup();
    store.getState().send({ scan: '6901234567892' });
    expect(store.getState().echo).toBe('6901234567892');
    expect(store.getState().waiting).toHaveLength(1);
  });

  it('numbers verdicts, so that the same one twice is news twice', async () => {
    const { store } = setup();
    store.getState().send({ scan: 'A' });
    store.getState().send({ scan: 'A' });
    await settle();
    expect(store.getState().news?.no).toBe(2);
  });

  it('keeps waiting inputs while the backend is gone, and goes on when it is back', async () => {
    const { desk, store } = setup();
    desk.setReachable(false);
    for (const scan of ['A', 'B', 'C']) store.getState().send({ scan });
    await settle();
    expect(desk.inputs).toEqual(['A']);
    expect(store.getState().unconfirmed).toEqual({ scan: 'A' });
    expect(store.getState().waiting).toHaveLength(2);
    desk.setReachable(true);
    await settle();
    expect(desk.inputs).toEqual(['A', 'B', 'C']);
    expect(store.getState().problem).toBeNull();
  });

  it('asks again by itself when nobody says that the backend is back', async () => {
    const { desk, store } = setup();
    desk.setReachable(false, 'unannounced');
    store.getState().send({ scan: 'A' });
    store.getState().send({ scan: 'B' });
    await settle();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(desk.inputs).toEqual(['A']);
    desk.setReachable(true, 'unannounced');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(desk.inputs).toEqual(['A', 'B']);
  });

  it('holds the line when a call fails as a whole, until somebody has seen it', async () => {
    const { desk, store } = setup({
      onInput: (input, view) =>
        input === 'A' ? err({ code: 'internal', ref: 'R1' }) : ok({ verdict: 'item-accepted', view }),
    });
    store.getState().send({ scan: 'A' });
    store.getState().send({ scan: 'B' });
    await settle();
    desk.tell({ kind: 'reset' });
    await settle();
    expect(desk.inputs).toEqual(['A']);
    expect(store.getState().problem).toEqual({ code: 'internal', ref: 'R1' });
    store.getState().dismiss();
    await settle();
    expect(desk.inputs).toEqual(['A', 'B']);
    expect(store.getState().problem).toBeNull();
  });
});

describe('the view', () => {
  it('follows changes made elsewhere', async () => {
    const { desk, store } = setup();
    await store.getState().load();
    expect(store.getState().view).toEqual(emptyBench);
    const view = bench([line(1)]);
    desk.show(view);
    await settle();
    expect(store.getState().view).toEqual(view);
  });

  it('is not set back by an older view that arrives after a newer answer', async () => {
    const newer = bench([line(1, { packed: 1 })]);
    const { desk, store } = setup({ onInput: () => ok({ verdict: 'item-accepted', view: newer }) });
    let answer = (): void => undefined;
    const old = new Promise<void>((done) => {
      answer = done;
    });
    Object.assign(desk.client.packing, { view: async () => (await old, ok(emptyBench)) });
    const loading = store.getState().load();
    store.getState().send({ scan: 'A' });
    await settle();
    answer();
    await loading;
    expect(store.getState().view).toEqual(newer);
  });
});
