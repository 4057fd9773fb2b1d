import { describe, expect, it } from 'vitest';
import { benchCommand, type BenchPanel } from '../../../../../renderer/screens/pack/bench-command.ts';
import { unsavedPieces } from '../../../../../renderer/screens/pack/command-situation.ts';
import type { PackingView } from '../../../../../shared/contract/packing.ts';
import { bench, line } from '../../../../support/bench-views.ts';
import { emptyBench } from '../../../../support/fake-desk.ts';

const on = (view: PackingView, panel: BenchPanel = 'none', failed = false) => ({ view, panel, failed });
const open = bench([line(1, { wanted: 2, packed: 1 })]);
const packed: PackingView = {
  ...open,
  packages: [
    {
      no: 1,
      state: 'open',
      items: [{ lineNo: 1, title: '', quantity: 1 }],
      carrierName: '',
      waybill: '',
      opId: null,
    },
  ],
};
const blocked: PackingView = {
  ...packed,
  blocked: { problem: { code: 'item-not-in-order', text: 'X', expected: '' }, scanned: 'X', expected: '' },
};
const act = (action: string) => ({ kind: 'act', act: { action } });

describe('the keys of the bench', () => {
  it('compose packages while an order is open', () => {
    expect(benchCommand('F2', on(open))).toEqual(act('new-package'));
    expect(benchCommand('F3', on(open))).toEqual(act('seal'));
    expect(benchCommand('F10', on(open))).toEqual(act('undo'));
    for (const key of ['F2', 'F3', 'F4', 'F6', 'F9']) expect(benchCommand(key, on(emptyBench))).toBeNull();
  });

  it('confirm an order without courier with F3', () => {
    expect(benchCommand('F3', on({ ...open, step: 'confirm-none' }))).toEqual(act('confirm'));
  });

  it('close an error with F8 and with nothing else', () => {
    expect(benchCommand('F8', on(blocked))).toEqual(act('acknowledge'));
    for (const key of ['Enter', ' ', 'Space', 'Escape', 'F2', 'F3', 'F10'])
      expect(benchCommand(key, on(blocked))).toBeNull();
  });

  it('dismiss a failed call with F8 before anything else', () => {
    expect(benchCommand('F8', on(blocked, 'none', true))).toEqual({ kind: 'dismiss' });
    expect(benchCommand('Escape', on(open, 'none', true))).toBeNull();
  });

  it('leave it to the bench to ask before goods leave their boxes, and take F8 for yes', () => {
    expect(unsavedPieces(packed)).toBe(1);
    expect(benchCommand('Escape', on(packed))).toEqual(act('cancel'));
    const question = { kind: 'close-order', text: '', pieces: 1, options: [{ id: 'hold', about: '' }] } as const;
    const asked: PackingView = { ...packed, question: { ...question, options: [...question.options] } };
    expect(benchCommand('F8', on(asked))).toEqual(act('acknowledge'));
    expect(benchCommand('Escape', on(asked))).toEqual(act('cancel'));
    expect(benchCommand('F8', on(packed))).toBeNull();
  });

  it('close a panel before anything else with Escape', () => {
    expect(benchCommand('Escape', on(packed, 'quantity'))).toEqual({ kind: 'panel', panel: 'none' });
    expect(benchCommand('F6', on(packed))).toEqual({ kind: 'panel', panel: 'quantity' });
    expect(benchCommand('F6', on(packed, 'quantity'))).toEqual({ kind: 'panel', panel: 'none' });
  });

  it('put an untouched order aside at once', () => {
    expect(benchCommand('Escape', on(bench([line(1)])))).toEqual(act('cancel'));
    expect(benchCommand('Escape', on({ ...open, step: 'saved' }))).toBeNull();
  });

  it('leave a carrier choice by one step only', () => {
    const choice = { ...packed, step: 'carrier' as const, carrierChoice: { waybill: 'W', candidates: [] } };
    expect(benchCommand('Escape', on(choice))).toEqual(act('cancel'));
  });
});
