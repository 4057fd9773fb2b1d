import { foundOutBy, MUTANTS } from '../outbox/mutants.ts';
import { simulate, type Variant } from '../outbox/simulation.ts';
import { none, type FaultStage } from './fault-stage.ts';

/** The rarest defect shows itself once in some thousand lives. */
const DEFECT_SEEDS = 4_000;

/** X18: the real state machine in simulated warehouses, each from a seed of its own. */
export const simulated: FaultStage = {
  id: 'X18',
  title: 'simulated warehouses',
  run: async ({ tier, seed }) => {
    const seeds = tier === 'quick' ? 1_000 : 14_000;
    const sum = lives('as-built', seed, seeds);
    const found = (['naive', 'hasty', 'repeating'] as const).map((variant) => ({
      name: `without its protection (${variant}) it doubles`,
      passed: lives(variant, seed, 200).doubled > 0,
    }));
    const survivors = Object.entries(MUTANTS).flatMap(([name, machine]) =>
      foundOutBy(simulate, machine, { first: seed, count: Math.max(DEFECT_SEEDS, seeds) }) === null ? [name] : [],
    );
    return {
      counts: `${seeds} seeds, ${sum.steps} steps, ${sum.crashes} crashes, ${sum.resent} resent, ${sum.batches} batches`,
      checks: [
        none('lost', sum.lost),
        none('doubled', sum.doubled),
        none('called shipped and not shipped', sum.falselyShipped),
        { name: `failing seeds: ${sum.failing.join(', ') || 'none'}`, passed: sum.failing.length === 0 },
        ...found,
        {
          name: `defects of the state machine found: ${Object.keys(MUTANTS).length - survivors.length} of ${Object.keys(MUTANTS).length}${survivors.map((name) => `, not: ${name}`).join('')}`,
          passed: survivors.length === 0,
        },
      ],
    };
  },
  teeth: {
    without: 'doubt after a crash',
    run: async ({ seed }) => {
      const { lost, doubled } = lives('naive', seed, 200);
      return { counts: '200 seeds', checks: [none('lost', lost), none('doubled', doubled)] };
    },
  },
};

function lives(variant: Variant, first: number, seeds: number) {
  const sum = { lost: 0, doubled: 0, falselyShipped: 0, resent: 0, crashes: 0, steps: 0, batches: 0 };
  const failing: number[] = [];
  for (let seed = first; seed < first + seeds; seed += 1) {
    const life = simulate(seed, variant);
    if (life.lost + life.doubled + life.falselyShipped > 0) failing.push(seed);
    for (const figure of Object.keys(sum) as (keyof typeof sum)[]) sum[figure] += life[figure];
  }
  return { ...sum, failing };
}
