import type { DueOp } from './store/due-ops.ts';

/** One call to be made: one op, or several of different orders that share it. `late` ones are looked up first. */
export type PlannedCall = { readonly late: boolean; readonly heads: readonly DueOp[] };

type Limits = {
  /** Calls that may be started now. */
  readonly calls: number;
  /** Most ops in one call. */
  readonly ordersPerCall: number;
  readonly isLate: (head: DueOp) => boolean;
  /** Whether the platform takes the op together with others. */
  readonly mayShare: (head: DueOp) => boolean;
};

/**
 * Spreads lane heads over the calls that are free, longest due first. What may share a call fills one up before the
 * next is opened; late and prompt ones never mix. Pure.
 */
export function planCalls(
  heads: readonly DueOp[],
  { calls, ordersPerCall, isLate, mayShare }: Limits,
): readonly PlannedCall[] {
  const planned: { readonly late: boolean; readonly shared: boolean; readonly heads: DueOp[] }[] = [];
  for (const head of heads) {
    const hasRoom = planned.some((call) => call.shared && call.heads.length < ordersPerCall);
    if (planned.length >= calls && !hasRoom) break;
    const late = isLate(head);
    const shared = ordersPerCall > 1 && mayShare(head);
    const open = planned.find(
      (call) => shared && call.shared && call.late === late && call.heads.length < ordersPerCall,
    );
    if (open !== undefined) open.heads.push(head);
    else if (planned.length < calls) planned.push({ late, shared, heads: [head] });
  }
  return planned;
}
