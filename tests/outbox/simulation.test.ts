import { describe, expect, it } from 'vitest';
import { foundOutBy, MUTANTS } from './mutants.ts';
import { simulate, type Variant, type Verdict } from './simulation.ts';

/** Enough for more than 100,000 steps of the machine. */
const SEEDS = 4_000;

function run(variant: Variant, seeds: number): Verdict & { readonly failingSeeds: readonly number[] } {
  const failingSeeds: number[] = [];
  const total: Verdict = { lost: 0, doubled: 0, falselyShipped: 0, resent: 0, crashes: 0, steps: 0, batches: 0 };
  for (let seed = 1; seed <= seeds; seed += 1) {
    const verdict = simulate(seed, variant);
    if (verdict.lost + verdict.doubled + verdict.falselyShipped > 0) failingSeeds.push(seed);
    for (const figure of Object.keys(total) as (keyof Verdict)[]) total[figure] += verdict[figure];
  }
  return { ...total, failingSeeds };
}

describe('A simulated warehouse with crashes, lost answers, slow servers and a clock that jumps', () => {
  it('loses nothing, doubles nothing and calls nothing shipped that is not', () => {
    const total = run('as-built', SEEDS);
    expect(total).toMatchObject({ lost: 0, doubled: 0, falselyShipped: 0, failingSeeds: [] });
    expect(total.steps).toBeGreaterThan(100_000);
    expect(total.crashes).toBeGreaterThan(SEEDS);
    expect(total.resent).toBeGreaterThan(100);
    expect(total.batches).toBeGreaterThan(1_000);
  }, 60_000);

  it('doubles when what a dead process was sending goes back into the queue', () => {
    expect(run('naive', 200).doubled).toBeGreaterThan(50);
  }, 60_000);

  it('doubles when a batch of unknown outcome is sent again', () => {
    expect(run('repeating', 200).doubled).toBeGreaterThan(20);
  }, 60_000);

  it('doubles when a look right after the call is trusted', () => {
    expect(run('hasty', 200).doubled).toBeGreaterThan(5);
  }, 60_000);

  it.each(Object.entries(MUTANTS))(
    'finds a state machine out in which %s',
    (_, machine) => {
      expect(foundOutBy(simulate, machine, { first: 1, count: 2_000 })).not.toBe(null);
    },
    60_000,
  );
});
