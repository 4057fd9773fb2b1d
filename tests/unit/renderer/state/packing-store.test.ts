import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPackingStore } from '../../../../renderer/state/packing-store.ts';
import { createScanShelf } from '../../../../renderer/state/scan-shelf.ts';
import { memoryStorage } from '../../../support/memory-storage.ts';
import type { ScanReading } from '../../../../shared/contract/scans.ts';
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
    expect(store.getState().waiting).toHaveLength(3);
    desk.setReachable(true);
    await settle();
    // A is handed in once more under its old number: the backend knows whether it has it.
    expect(desk.inputs).toEqual(['A', 'A', 'B', 'C']);
    expect(store.getState().waiting).toEqual([]);
    expect(store.getState().problem).toBeNull();
  });

  it('asks again by itself when nobody says that the backend is back', async () => {
    const { desk, store } = setup();
    desk.setReachable(false, 'unannounced');
    store.getState().send({ scan: 'A' });
    store.getState().send({ scan: 'B' });
    await settle();
    await vi.advanceTimersByTimeAsync(1_000);
    desk.setReachable(true, 'unannounced');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(desk.inputs.slice(-2)).toEqual(['A', 'B']);
    expect(new Set(desk.inputs.slice(0, -1))).toEqual(new Set(['A']));
  });

  it('never repeats a key, whose effect nobody can know, and says so', async () => {
    const { desk, store } = setup();
    desk.setReachable(false);
    store.getState().send({ act: { action: 'seal' } });
    await settle();
    expect(store.getState().unconfirmed).toEqual({ act: { action: 'seal' } });
    desk.setReachable(true);
    await settle();
    expect(desk.inputs).toEqual(['seal']);
  });

  it('keeps unanswered scans through a reload of the page, with their numbers', async () => {
    const storage = memoryStorage();
    const shelf = createScanShelf(storage);
    const desk = createFakeDesk();
    desk.setReachable(false);
    const before = createPackingStore(desk, { run: 'page-1', shelf });
    for (const scan of ['A', 'B']) before.getState().send({ scan });
    await settle();
    const deskAfter = createFakeDesk();
    deskAfter.setReachable(false);
    const after = createPackingStore(deskAfter, { run: 'page-2', shelf: createScanShelf(storage) });
    after.getState().send({ scan: 'C' });
    await settle();
    const numbers = after.getState().waiting.map((input) => 'scan' in input && [input.origin.run, input.origin.seq]);
    expect(numbers).toEqual([
      ['page-1', 1],
      ['page-1', 2],
      ['page-2', 1],
    ]);
    deskAfter.setReachable(true);
    await settle();
    expect(deskAfter.inputs.slice(-3)).toEqual(['A', 'B', 'C']);
    expect(storage.length).toBe(0);
  });

  it('shows no refusal of a code whose trigger pull brings the right one a moment later', async () => {
    const verdicts: string[] = [];
    const { store } = setup({
      onInput: (input, view) => ok({ verdict: input === 'GOOD' ? 'item-accepted' : 'refused', view }),
    });
    store.subscribe(({ news }, was) => news !== was.news && news && verdicts.push(news.verdict));
    const reading = (pull: number): ScanReading => ({
      ...{ source: 'wedge', pull, atMs: 0, symbology: null, timing: null, ime: 'none', whole: true },
    });
    store.getState().send({ scan: 'BAD', reading: reading(1) });
    await vi.advanceTimersByTimeAsync(60);
    store.getState().send({ scan: 'GOOD', reading: reading(1) });
    await vi.advanceTimersByTimeAsync(200);
    expect(verdicts).toEqual(['item-accepted']);
    store.getState().send({ scan: 'BAD', reading: reading(2) });
    await vi.advanceTimersByTimeAsync(60);
    expect(verdicts).toEqual(['item-accepted']);
    await vi.advanceTimersByTimeAsync(60);
    expect(verdicts).toEqual(['item-accepted', 'refused']);
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
