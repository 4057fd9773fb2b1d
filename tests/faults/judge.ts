import type { OpState } from '../../shared/domain/op.ts';
import type { Training } from '../support/training.ts';
import type { DeskEnd } from './desk-plan.ts';

/** What the platforms' own ledger says about a run; all four must be nought (RELIABILITY 2d). */
export type Verdict = {
  /** Acknowledged, and neither applied nor waiting visibly for a person. */
  readonly lost: number;
  /** Orders a platform was asked to ship again after it had, or shipped twice; the practice platform takes repeats. */
  readonly doubled: number;
  readonly falselyShipped: number;
  /** Still open although network and platforms are well and people have decided what was theirs. */
  readonly stuck: number;
};

const VISIBLE: readonly OpState[] = ['held', 'rejected', 'conflict', 'cancelled', 'quarantined'];
const OPEN: readonly OpState[] = ['ready', 'wait', 'sending', 'in_doubt'];

/** Judges a run by the ledger and the list of promises, never by the app's own database. */
export async function judge(
  training: Training,
  { acknowledged, end }: { readonly acknowledged: ReadonlySet<string>; readonly end: DeskEnd },
): Promise<Verdict> {
  const { shipped, doubled } = await readLedger(training);
  const states = new Map(end.states.map(([orderId, state]) => [orderId, state]));
  const visible = new Set<string>(VISIBLE);
  const open = new Set<string>(OPEN);
  return {
    lost: [...acknowledged].filter((id) => !shipped.has(id) && !visible.has(states.get(id) ?? '')).length,
    doubled: doubled.size,
    falselyShipped: [...states].filter(([id, state]) => state === 'shipped' && !shipped.has(id)).length,
    stuck: [...states.values()].filter((state) => open.has(state)).length,
  };
}

/** Orders that were shipped, and those for which a shipment arrived or took effect after one had taken effect. */
export async function readLedger(training: Training): Promise<{ shipped: Set<string>; doubled: Set<string> }> {
  const shipped = new Set<string>();
  const doubled = new Set<string>();
  for (const entry of await training.desk.ledger()) {
    if (entry.kind === 'request' && entry.call === 'send' && shipped.has(entry.orderId)) doubled.add(entry.orderId);
    if (entry.kind !== 'applied') continue;
    if (shipped.has(entry.orderId)) doubled.add(entry.orderId);
    shipped.add(entry.orderId);
  }
  return { shipped, doubled };
}
