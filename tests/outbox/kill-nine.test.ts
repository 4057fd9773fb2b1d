import { describe, expect, it } from 'vitest';
import { runTrial } from '../faults/trial.ts';

const MINUTES = 60_000;

describe('A desk that is killed (SIGKILL) again and again while it packs and sends', () => {
  it(
    'loses nothing, doubles nothing and calls nothing shipped that is not, by the platform’s own ledger',
    async () => {
      const report = await runTrial({ cycles: 20, seed: 20_261_121 });
      expect(report).toMatchObject({ lost: 0, doubled: 0, falselyShipped: 0, stuck: 0 });
      expect(report.acknowledged).toBeGreaterThan(40);
      expect(report.end).toMatchObject({
        integrity: 'ok',
        conservation: { balanced: true },
        journal: { missingOps: 0 },
      });
    },
    10 * MINUTES,
  );

  it(
    'loses and doubles nothing in the middle of batches either',
    async () => {
      const report = await runTrial({ cycles: 8, seed: 3, packagesPerCycle: 40, batches: true });
      expect(report).toMatchObject({ lost: 0, doubled: 0, falselyShipped: 0, stuck: 0 });
      expect(report.end.cutShort).toBeGreaterThan(40);
      expect(report.end).toMatchObject({
        integrity: 'ok',
        conservation: { balanced: true },
        journal: { missingOps: 0 },
      });
    },
    10 * MINUTES,
  );

  it.each([false, true])(
    'doubles as soon as what was being sent goes back into the queue (batches: %s)',
    async (batches) => {
      const report = await runTrial({ cycles: 8, seed: 7, without: 'doubt', batches });
      expect(report.doubled).toBeGreaterThan(0);
    },
    10 * MINUTES,
  );
});
