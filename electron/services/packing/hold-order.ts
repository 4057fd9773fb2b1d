import { err, ok } from '../../../shared/kernel/result.ts';
import type { Outcome, PackingDeps, Who } from './packing-deps.ts';
import { emptySession, type Session } from './session.ts';

/** Puts the open order aside with its unsaved packages; scanning its number again lays them back. */
export function holdOrder(deps: PackingDeps, session: Session, who: Who): Outcome {
  if (session.order === null) return err({ code: 'no-order-open' });
  deps.held.put(session, who.operator, deps.clock.now());
  return ok({ session: emptySession(session.recent), verdict: 'order-held' });
}
