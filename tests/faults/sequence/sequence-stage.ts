import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { payloadWaybill } from '../../../shared/domain/shipment.ts';
import { seeded } from '../../outbox/simulation.ts';
import { spawnTraining, type Training } from '../../support/training.ts';
import { killed, packUntilEnded, runToEnd } from '../desk-child.ts';
import type { DeskEnd, DeskPlan, Protection } from '../desk-plan.ts';
import { none, type FaultStage } from '../fault-stage.ts';
import { planChains } from './chain-work.ts';
import { judgeSequence, type SequenceVerdict } from './judge-sequence.ts';

const SIZE = { quick: { orders: 60, kills: 6 }, full: { orders: 10_000, kills: 200 } };

/** X15: orders of one to five steps each, killed, with one call in five going wrong. */
export const ordersInOrder: FaultStage = {
  id: 'X15',
  title: 'split parcels, changes, refusals and holds of one order arrive in the order decided',
  run: async ({ tier, seed }) => {
    const { orders, kills } = SIZE[tier];
    const { counts, balanced, integrity, ...bad } = await runSequences({ orders, kills, seed });
    return {
      counts: JSON.stringify(counts),
      checks: [
        none('steps that overtook another', bad.inversions),
        none('lost', bad.lost),
        none('doubled', bad.doubled),
        none('called shipped and not shipped', bad.falselyShipped),
        none('stuck', bad.stuck),
        { name: `database: ${integrity}`, passed: integrity === 'ok' },
        { name: 'the books balance', passed: balanced },
        { name: 'steps were held and replaced', passed: counts.replaced > 0 && counts.held > 0 },
      ],
    };
  },
  teeth: {
    without: 'lanes',
    run: async ({ seed }) => {
      const { inversions } = await runSequences({ orders: 40, kills: 3, seed, without: 'lanes' });
      return { counts: '40 orders', checks: [none('steps that overtook another', inversions)] };
    },
  },
};

type Sequences = {
  readonly orders: number;
  readonly kills: number;
  readonly seed: number;
  readonly without?: Protection;
};

/** A fifth of all shipments and changes is spoilt; some are held, some refused, and a lead sees to those. */
const FAULTS = [
  { mode: 'answer', code: 108009, probability: 0.03 },
  { mode: 'answer', code: 606004, probability: 0.04 },
  { mode: 'reset-before', probability: 0.04 },
  { mode: 'reset-after', probability: 0.04 },
  { mode: 'bad-gateway-after', probability: 0.03 },
  { mode: 'minus-one-after', probability: 0.03 },
] as const;

const SETTINGS = { 'outbox.callTimeoutMs': 1_000, 'outbox.settleMs': 1_500, 'outbox.readBackSpacingMs': 150 };
const MAX_REST_MS = 300;
/** Each step may be looked up and tried again. */
const DRAIN_MS_A_STEP = 40;

/** Saves chains of steps in a desk that is killed again and again, works everything off, and judges by the ledger. */
export async function runSequences({ orders, kills, seed, without }: Sequences) {
  const random = seeded(seed);
  const dataDir = mkdtempSync(join(tmpdir(), 'dispatch-desk-sequence-'));
  const training = await spawnTraining(['--seed', String(seed), '--orders', '10', '--takes-repeats']);
  try {
    const work = await planChains(training, orders, random);
    for (const fault of FAULTS) await training.desk.setFault({ ...fault, count: 'always', calls: ['send', 'correct'] });
    const plan: DeskPlan = {
      ...{ dataDir, packages: work.packages, shops: work.shops, settings: SETTINGS, task: 'pack', shipped: [] },
      ...{
        without: without ?? null,
        chains: true,
        drainMs: without === undefined ? 60_000 + work.packages.length * DRAIN_MS_A_STEP : 3_000,
      },
    };
    const decided = new Set<string>();
    const perKill = Math.ceil(work.packages.length / kills);
    for (let kill = 1; kill <= kills; kill += 1) {
      const packages = work.packages
        .slice(0, kill * perKill)
        .filter(({ payload }) => !decided.has(payloadWaybill(payload)));
      const restMs = Math.floor(random() * MAX_REST_MS);
      await packUntilEnded({ ...plan, packages }, { afterSaves: packages.length, restMs, ending: killed }, decided);
    }
    await training.desk.clearFaults();
    const { end, byPerson } = await settle(training, plan);
    const ledger = await training.desk.ledger();
    const verdict: SequenceVerdict = judgeSequence(ledger, { decided, end });
    const answered = (code: string): number =>
      ledger.filter((entry) => entry.kind === 'answered' && entry.code === code).length;
    return {
      ...verdict,
      ...{ balanced: end.conservation.balanced, integrity: end.integrity },
      counts: {
        ...{ kills, orders, steps: work.packages.length, decided: decided.size, byPerson },
        ...{ replaced: [...decided].filter((waybill) => /^7[567]/.test(waybill)).length, held: answered('108009') },
        states: statesOf(end),
      },
    };
  } finally {
    await training.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** How many ops ended in each state. */
function statesOf({ states }: DeskEnd): Readonly<Record<string, number>> {
  const count: Record<string, number> = {};
  for (const [, state] of states) count[state] = (count[state] ?? 0) + 1;
  return count;
}

/** Rounds a person may need: what is decided lets the next step of the order go, which may be in doubt itself. */
const ROUNDS = 5;

async function settle(
  training: Training,
  plan: DeskPlan,
): Promise<{ readonly end: DeskEnd; readonly byPerson: number }> {
  let end = await runToEnd({ ...plan, task: 'drain' });
  // Without its protection a desk need not come to an end: what the ledger holds by then is enough.
  const rounds = plan.without === null ? ROUNDS : 0;
  let byPerson = 0;
  for (
    let round = 0;
    round < rounds && end.states.some(([, state]) => state !== 'shipped' && state !== 'cancelled');
    round += 1
  ) {
    const shipped = (await training.desk.applied()).map(({ waybill }) => waybill);
    end = await runToEnd({ ...plan, task: 'decide', shipped });
    byPerson += end.byPerson;
  }
  return { end, byPerson };
}
