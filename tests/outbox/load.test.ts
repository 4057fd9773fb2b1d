import { expect, test } from 'vitest';
import type { LedgerEntry } from '../../electron/training/book/ledger-entry.ts';
import { batchAnswers } from '../faults/load/batch-stage.ts';
import { drainAfterOutage } from '../faults/load/pace-stages.ts';
import { busiestSecond } from '../faults/load/load-trial.ts';

const MINUTES = 60_000;

test('each order of a batch of a hundred is judged by its own item, whatever stands beside it (L6)', async () => {
  const { checks } = await batchAnswers.run({ tier: 'quick', seed: 20_261_122, tell: () => undefined });
  expect(checks.filter(({ passed }) => !passed)).toEqual([]);
});

test(
  'what was packed during an outage leaves over five platforms inside every limit, once each (L4)',
  async () => {
    const { checks } = await drainAfterOutage.run({ tier: 'quick', seed: 20_261_122, tell: () => undefined });
    expect(checks.filter(({ passed }) => !passed)).toEqual([]);
  },
  5 * MINUTES,
);

test('the judge of rates finds a burst across the edge of two seconds', () => {
  const at = (ms: number): LedgerEntry => ({
    ...{ n: ms, at: ms, kind: 'request', request: '1', call: 'send', path: '/', orderId: '1' },
  });
  const paced = [0, 125, 250, 375, 500, 625, 750, 875, 1_000].map(at);
  expect(busiestSecond(paced, () => true)).toBe(8);
  expect(busiestSecond([0, 900, 950, 990, 1_010, 1_050].map(at), () => true)).toBe(5);
});
