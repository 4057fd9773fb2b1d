import type { HoldReason } from '../../../shared/domain/problem-shelf.ts';
import { err, ok } from '../../../shared/kernel/result.ts';
import type { Outcome, PackingDeps, Who } from './packing-deps.ts';
import { emptySession, type Session } from './session.ts';

/** Puts the open order aside with its unsaved packages; scanning its number again lays them back. */
export function holdOrder(
  deps: PackingDeps,
  session: Session,
  who: Who,
  { reason, note = '' }: { readonly reason: HoldReason; readonly note?: string },
): Outcome {
  const { order } = session;
  if (order === null) return err({ code: 'no-order-open' });
  const shelf = deps.held.put(session, { reason, note, heldBy: who.operator, heldAtMs: deps.clock.now() });
  const aside = { orderId: order.orderId, reason, shelf };
  return ok({ session: { ...emptySession(session.recent), aside }, verdict: 'order-held' });
}
