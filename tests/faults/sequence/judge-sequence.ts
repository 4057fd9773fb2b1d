import type { LedgerEntry } from '../../../electron/training/book/ledger-entry.ts';
import type { OpState } from '../../../shared/domain/op.ts';
import type { DeskEnd } from '../desk-plan.ts';

/** What the ledger says about orders with several steps; all must be nought. */
export type SequenceVerdict = {
  /** Requests or effects of a step that came after one of a later step of the same order. */
  readonly inversions: number;
  readonly lost: number;
  readonly doubled: number;
  readonly falselyShipped: number;
  readonly stuck: number;
};

const VISIBLE: readonly OpState[] = ['held', 'rejected', 'conflict', 'cancelled', 'quarantined'];
const OPEN: readonly OpState[] = ['ready', 'wait', 'sending', 'in_doubt'];

/**
 * Judges by the ledger and by the order of the promises: `decided` holds the waybill of every step as it was
 * acknowledged. Each waybill belongs to one step, so it names the step in requests and effects alike.
 */
export function judgeSequence(
  ledger: readonly LedgerEntry[],
  { decided, end }: { readonly decided: ReadonlySet<string>; readonly end: DeskEnd },
): SequenceVerdict {
  const place = new Map([...decided].map((waybill, n) => [waybill, n]));
  const reached = new Map<string, number>();
  const applied = new Set<string>();
  let inversions = 0;
  let doubled = 0;
  for (const entry of ledger) {
    if (entry.kind !== 'request' && entry.kind !== 'applied') continue;
    if (entry.kind === 'request' && entry.call !== 'send' && entry.call !== 'correct') continue;
    const waybill = entry.kind === 'applied' ? entry.waybill : newestIn(entry.body ?? '', place);
    if (applied.has(waybill)) doubled += 1;
    if (entry.kind === 'applied') applied.add(waybill);
    const at = place.get(waybill);
    if (at === undefined) continue;
    if (at < (reached.get(entry.orderId) ?? -1)) inversions += 1;
    else reached.set(entry.orderId, at);
  }
  const states = new Map(end.states.map(([, state, waybill]) => [waybill, state]));
  return {
    ...{ inversions, doubled },
    lost: [...decided].filter((one) => !applied.has(one) && !isIn(VISIBLE, states.get(one))).length,
    falselyShipped: [...states].filter(([one, state]) => state === 'shipped' && !applied.has(one)).length,
    stuck: [...states.values()].filter((state) => isIn(OPEN, state)).length,
  };
}

const isIn = (states: readonly OpState[], state: OpState | undefined): boolean =>
  state !== undefined && states.includes(state);

/** A correction names the number before and the new one: the newer of them is its own. */
function newestIn(body: string, place: ReadonlyMap<string, number>): string {
  const known = (body.match(/[0-9A-Z]{6,40}/g) ?? []).filter((text) => place.has(text));
  return known.toSorted((a, b) => (place.get(b) ?? 0) - (place.get(a) ?? 0))[0] ?? '';
}
