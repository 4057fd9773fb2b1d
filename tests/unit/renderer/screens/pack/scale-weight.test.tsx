// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { onReading } from '../../../../../renderer/scanning/devices/scale-watch.ts';
import type { PackingView } from '../../../../../shared/contract/packing.ts';
import { ok } from '../../../../../shared/kernel/result.ts';
import { bench, line, order } from '../../../../support/bench-views.ts';
import { mountPage, settle } from '../../mount-page.tsx';

const lines = [line(1, { packed: 1 })];
const weighing = { weigh: 'must', minGrams: 20, maxGrams: 5_000 } as const;
const box = { no: 1, state: 'open', carrierName: '', waybill: '', opId: null } as const;
const packed = { ...box, items: [{ lineNo: 1, title: '茶', quantity: 1 }] };
const waiting: PackingView = bench(lines, { step: 'waybill', order: order(lines, { weighing }), packages: [packed] });

async function weighed(view: PackingView) {
  const page = await mountPage({
    view,
    onInput: (_, now) => ok({ verdict: 'weighed', view: { ...now, packages: [{ ...packed, weightGrams: 1_234 }] } }),
  });
  const show = async (grams: number): Promise<void> => {
    await act(async () =>
      page.scanner.setState(({ scale }) =>
        scale === null ? {} : { scale: { ...scale, watch: onReading(scale.watch, { grams, stable: true }) } },
      ),
    );
    await settle();
  };
  return { ...page, show };
}

describe('a scale at the bench', () => {
  it('gives its weight once to the package that waits for its waybill', async () => {
    const { desk, show } = await weighed(waiting);
    await show(1_234);
    await show(1_234);
    expect(desk.inputs).toHaveLength(1);
    expect(document.querySelector('[data-testid="weight"]')?.textContent).toBe('1.234 kg');
  });

  it('says nothing while goods are put in, over a stopped line, or with a weight that cannot be', async () => {
    const problem = { code: 'weight-missing' } as const;
    for (const view of [
      { ...waiting, step: 'items' as const },
      { ...waiting, blocked: { problem, scanned: '', expected: '' } },
      { ...waiting, order: order(lines) },
    ]) {
      const { desk, show } = await weighed(view);
      await show(1_234);
      expect(desk.inputs).toEqual([]);
    }
    const { desk, show } = await weighed(waiting);
    for (const grams of [5, 19, 5_001]) await show(grams);
    expect(desk.inputs).toEqual([]);
  });
});
