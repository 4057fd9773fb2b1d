import type { DueOp } from '../store/due-ops.ts';

/** One call to be made: one op, or several of different orders that share it. `looked`: they are looked up first. */
export type PlannedCall = { readonly looked: boolean; readonly heads: readonly DueOp[] };

type Limits = {
  /** Calls that may be started now. */
  readonly calls: number;
  /** Most ops in one call. */
  readonly ordersPerCall: number;
  readonly looksFirst: (head: DueOp) => boolean;
  /** Whether the platform takes the op together with others. */
  readonly mayShare: (head: DueOp) => boolean;
};

/**
 * Spreads lane heads over the calls that are free, longest due first. What may share a call fills one up before the
 * next is opened; those that are looked up first and prompt ones never mix. Pure.
 */
export function planCalls(
  heads: readonly DueOp[],
  { calls, ordersPerCall, looksFirst, mayShare }: Limits,
): readonly PlannedCall[] {
  const planned: { readonly looked: boolean; readonly shared: boolean; readonly heads: DueOp[] }[] = [];
  for (const head of heads) {
    const hasRoom = planned.some((call) => call.shared && call.heads.length < ordersPerCall);
    if (planned.length >= calls && !hasRoom) break;
    const looked = looksFirst(head);
    const shared = ordersPerCall > 1 && mayShare(head);
    const open = planned.find(
      (call) => shared && call.shared && call.looked === looked && call.heads.length < ordersPerCall,
    );
    if (open !== undefined) open.heads.push(head);
    else if (planned.length < calls) planned.push({ looked, shared, heads: [head] });
  }
  return planned;
}
