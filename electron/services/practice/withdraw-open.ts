import { FINAL_STATES, OpStateSchema, type OpState } from '../../../shared/domain/op.ts';
import type { Outbox } from '../outbox/outbox.ts';

const OPEN_STATES = OpStateSchema.options.filter((state) => !(FINAL_STATES as readonly OpState[]).includes(state));
const PAGE = 500;

/** Withdraws every open practice shipment of a shop; one that is being sent just now stays and keeps the shop. */
export function withdrawOpen(desk: Outbox['desk'], shopId: string, actor: string): void {
  let after: string | null = null;
  do {
    const page = desk.page({ states: OPEN_STATES, search: '', limit: PAGE, after });
    for (const op of page.ops)
      if (op.shopId === shopId) desk.decide(op.id, 'withdraw', { actor, detail: { reason: 'training-ended' } });
    after = page.next;
  } while (after !== null);
}
