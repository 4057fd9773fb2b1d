import { describe, expect, it } from 'vitest';
import { bandFor } from '../../../../../renderer/screens/pack/band.ts';
import { flashFor } from '../../../../../renderer/screens/pack/flash.ts';
import { rankLines, touchedLine } from '../../../../../renderer/screens/pack/item-order.ts';
import { undone } from '../../../../../renderer/screens/pack/undone.ts';
import type { PackageView, PackingView, Verdict } from '../../../../../shared/contract/packing.ts';
import { bench, line } from '../../../../support/bench-views.ts';
import { emptyBench } from '../../../../support/fake-desk.ts';

const box = (no: number, over: Partial<PackageView> = {}): PackageView => ({
  no,
  state: 'open',
  items: [],
  carrierName: '',
  waybill: '',
  opId: null,
  ...over,
});
const news = (verdict: Verdict, before: PackingView, view: PackingView) => ({ no: 1, verdict, before, view });

describe('the state band', () => {
  it('asks for the next thing to scan', () => {
    expect(bandFor(emptyBench, null)).toMatchObject({ tone: 'ready', headline: { kind: 'step', step: 'order' } });
    expect(bandFor(bench([line(1, { wanted: 3, packed: 1 })]), null)).toMatchObject({ tone: 'ready', left: 2 });
    expect(bandFor(bench([line(1, { packed: 1 })], { step: 'waybill' }), null)).toMatchObject({
      tone: 'ready',
      left: null,
    });
  });

  it('warns where it needs an answer, even right after an accepted scan', () => {
    for (const step of ['serial', 'carrier', 'confirm-none'] as const)
      expect(bandFor(bench([line(1)], { step }), { kind: 'accepted' }).tone).toBe('input');
  });

  it('is ready for the next order once the last one is saved', () => {
    const saved = bench([line(1, { packed: 1 })], { step: 'saved' });
    expect(bandFor(saved, null)).toMatchObject({
      tone: 'ready',
      headline: { kind: 'step', step: 'order' },
      progress: null,
    });
  });

  it('tells the saved package by the end of its waybill', () => {
    const before = bench([line(1, { packed: 1 })], { step: 'waybill' });
    const after: PackingView = {
      ...before,
      step: 'saved',
      packages: [box(1, { state: 'saved', waybill: 'YT8712345675717', carrierName: '圆通' })],
    };
    const flash = flashFor(news('order-saved', before, after))?.flash ?? null;
    expect(bandFor(after, flash)).toMatchObject({ tone: 'ok', headline: { kind: 'saved', tail: '5717' } });
  });

  it('says how many pieces are left when one of several packages is saved', () => {
    const lines = [line(1, { wanted: 3, packed: 2 })];
    const items = [{ lineNo: 1, title: '', quantity: 1 }];
    const before = bench(lines, { packages: [box(1, { state: 'sealed', items }), box(2, { items })] });
    const after = { ...before, packages: [box(1, { state: 'saved', items, waybill: 'W1' }), box(2, { items })] };
    expect(flashFor(news('package-saved', before, after))?.flash).toMatchObject({
      kind: 'saved',
      waybill: 'W1',
      left: 2,
    });
  });
});

describe('the rows of an order', () => {
  const lines = [line(1, { packed: 1 }), line(2, { wanted: 2 }), line(3)];

  it('stand in the order next, waiting, done', () => {
    expect(rankLines(lines, null).map(({ line: { lineNo }, rank }) => [lineNo, rank])).toEqual([
      [2, 'next'],
      [3, 'waiting'],
      [1, 'done'],
    ]);
  });

  it('start with the goods whose serial number is asked for, complete or not', () => {
    expect(rankLines(lines, 2, 1).map(({ line: { lineNo } }) => lineNo)).toEqual([1, 2, 3]);
  });

  it('keep the goods just scanned on top until they are complete', () => {
    expect(rankLines(lines, 3)[0]?.line.lineNo).toBe(3);
    expect(rankLines(lines, 1)[0]?.line.lineNo).toBe(2);
    expect(touchedLine(lines, [line(1, { packed: 1 }), line(2, { wanted: 2, packed: 1 }), line(3)])).toBe(2);
    expect(touchedLine(lines, lines)).toBeNull();
  });
});

describe('an undo', () => {
  it('is announced by what it took back', () => {
    const one = bench([line(1, { title: '乌龙', packed: 1 })]);
    expect(undone(one, bench([line(1, { title: '乌龙' })]))).toEqual({ kind: 'piece', title: '乌龙' });
    const sealed = bench([line(1)], { packages: [box(1, { state: 'sealed' }), box(2)] });
    expect(undone(sealed, bench([line(1)], { packages: [box(1)] }))).toEqual({ kind: 'box-gone', no: 2 });
    const closed = bench([line(1)], { packages: [box(1, { state: 'sealed' })] });
    expect(undone(closed, bench([line(1)], { packages: [box(1)] }))).toEqual({ kind: 'box-open', no: 1 });
    const asked = bench([line(1)], { carrierChoice: { waybill: 'W', candidates: [] } });
    expect(undone(asked, bench([line(1)]))).toEqual({ kind: 'choice' });
  });
});
