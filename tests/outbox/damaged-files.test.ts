import { describe, expect, it } from 'vitest';
import { damagedDatabases } from '../faults/damage/damage-stage.ts';

describe('A damaged, missing or foreign database', () => {
  it('is noticed, kept and recovered, and not one acknowledged package is lost or sent again (X12)', async () => {
    const { counts, checks } = await damagedDatabases.run({ tier: 'quick', seed: 20261122, tell: () => undefined });
    expect(checks.filter(({ passed }) => !passed)).toEqual([]);
    expect(counts).toMatch(/^60 files: /);
  }, 120_000);
});
