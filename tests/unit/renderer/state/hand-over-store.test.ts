import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pageOfScan } from '../../../../renderer/state/command-pages.ts';
import { createHandOverStore } from '../../../../renderer/state/hand-over-store.ts';
import { createScanShelf, HAND_OVER_KEY } from '../../../../renderer/state/scan-shelf.ts';
import { memoryStorage } from '../../../support/memory-storage.ts';
import type { Problem } from '../../../../shared/contract/problem.ts';
import type { ScanReading } from '../../../../shared/contract/scans.ts';
import type { HandOver, HandOverVerdict } from '../../../../shared/contract/shift.ts';
import { commandDigits } from '../../../../shared/domain/commands/command-code.ts';
import { err, ok } from '../../../../shared/kernel/result.ts';
import { bench, line } from '../../../support/bench-views.ts';
import { emptyBench } from '../../../support/fake-desk.ts';
import { createOfficeDesk } from '../../../support/office-desk.ts';

const READING: ScanReading = {
  ...{ source: 'wedge', pull: 1, atMs: 0, symbology: null, timing: null, ime: 'none', whole: true },
};
const BOARD = { carriers: [], handed: 1, waiting: 0, latest: [{ waybill: 'B', carrier: '', at: '', by: '' }] };
const answer = (waybill: string, verdict: HandOverVerdict): HandOver => ({
  ...{ verdict, waybill, carrier: '', orderId: '', at: '', by: '', stop: null, now: '' },
});

/** A store before a backend that judges labels as it is told; `gone` takes it away. */
function setup(verdicts: Readonly<Record<string, HandOverVerdict>> = {}) {
  const backend = { gone: null as Problem | null };
  const desk = createOfficeDesk({
    'shift.handOver': ({ text }: { text: string }) =>
      backend.gone === null ? ok(answer(text, verdicts[text] ?? 'handed')) : err(backend.gone),
    'shift.board': () => ok(BOARD),
    'shift.undoHandOver': () => ok({ ...BOARD, handed: 0, latest: [] }),
  });
  const storage = memoryStorage();
  const shelf = createScanShelf(storage, HAND_OVER_KEY);
  const open = () => createHandOverStore(desk, { shelf: createScanShelf(storage, HAND_OVER_KEY) });
  const asked = () => desk.callsOf('shift.handOver').map((input) => (input as { text: string }).text);
  return { backend, shelf, asked, desk, open, store: open() };
}
const settle = (ms = 0): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the courier’s pile', () => {
  it('is answered one label after another, in the order of the scans', async () => {
    const { store, asked } = setup();
    for (const label of ['A', 'B', 'C']) store.getState().scan(label, READING);
    expect(store.getState().waiting).toBe(3);
    await settle();
    expect(asked()).toEqual(['A', 'B', 'C']);
    expect(store.getState()).toMatchObject({ waiting: 0, news: { kind: 'handed', waybill: 'C' }, board: BOARD });
  });

  it('stops at a label that must not leave; what is scanned meanwhile is listed and not counted', async () => {
    const { store, asked } = setup({ A: 'stopped' });
    for (const label of ['A', 'B']) store.getState().scan(label, READING);
    await settle();
    expect(store.getState()).toMatchObject({
      stopped: { verdict: 'stopped' },
      missed: ['B'],
      news: { kind: 'missed' },
    });
    expect(asked()).toEqual(['A']);
    store.getState().acknowledge();
    store.getState().scan('B', READING);
    await settle();
    expect(store.getState()).toMatchObject({ stopped: null, missed: [], news: { kind: 'handed', waybill: 'B' } });
  });

  it('keeps every scan while nobody answers, and hands the same one in again with its number', async () => {
    const { store, asked, backend, desk } = setup();
    backend.gone = { code: 'unreachable' };
    for (const label of ['A', 'B']) store.getState().scan(label, READING);
    await settle(2_500);
    expect(store.getState()).toMatchObject({ waiting: 2, problem: { code: 'unreachable' } });
    backend.gone = null;
    await settle(1_000);
    expect(asked().at(-1)).toBe('B');
    const numbers = desk.callsOf('shift.handOver').map((input) => (input as { origin: { seq: number } }).origin.seq);
    expect(numbers.at(-2)).toBe(1);
    expect(store.getState()).toMatchObject({ waiting: 0, problem: null });
  });

  it('goes on with what was not answered when the page was loaded again', async () => {
    const { store, asked, backend, shelf, open } = setup();
    backend.gone = { code: 'unreachable' };
    store.getState().scan('A', READING);
    await settle();
    expect(shelf.read()).toMatchObject([{ scan: 'A' }]);
    backend.gone = null;
    open();
    await settle();
    expect(asked().at(-1)).toBe('A');
    expect(shelf.read()).toEqual([]);
  });

  it('takes the latest back', async () => {
    const { store, desk } = setup();
    await store.getState().load();
    await store.getState().undo();
    expect(desk.callsOf('shift.undoHandOver')).toEqual([{ waybill: 'B' }]);
    expect(store.getState()).toMatchObject({ news: { kind: 'undone', waybill: 'B' }, board: { handed: 0 } });
  });
});

describe('a scanned command that opens a page', () => {
  const code = commandDigits('hand-over') ?? '';

  it('does so between two orders, and is the bench’s own matter while one is under way or an error is open', () => {
    expect(pageOfScan(code, emptyBench)).toBe('/shift/hand-over');
    expect(pageOfScan(code, bench([line(1)]))).toBeNull();
    const blocked = { problem: { code: 'scan-empty' } as const, scanned: '', expected: '' };
    expect(pageOfScan(code, { ...emptyBench, blocked })).toBeNull();
    expect(pageOfScan('6901234567892', emptyBench)).toBeNull();
  });
});
