import type { Problem } from '../../../../shared/contract/problem.ts';
import type { CorrectPayload } from '../../../../shared/domain/shipment.ts';
import type { Platform } from '../../platforms/platform.ts';
import type { OutboxCore } from '../core.ts';
import type { StoredOp } from '../store/op-row.ts';

/** Corrections that used, or may still use, one of the changes a platform allows. */
const countsAsUsed = (op: StoredOp): boolean =>
  op.kind === 'correct' && op.status.state !== 'cancelled' && op.status.state !== 'rejected';

/** A correction's key says from which waybill to which; a replacement carries `#n` behind it. */
const sidesOf = (op: StoredOp): { readonly from: string; readonly to: string } => {
  const [from = '', to = ''] = op.packageKey.replace(/#\d+$/, '').split('>');
  return { from, to };
};

/** How many changes of an order are used up, and how many its platform allows. `except` is about to be replaced. */
export function correctionBudget(
  core: OutboxCore,
  op: Pick<StoredOp, 'shopId' | 'orderId'>,
  except: string | null = null,
): { readonly used: number; readonly limit: number } {
  const platform = core.accounts.platformOf(op.shopId);
  const used = core.reader.ofOrder(op.shopId, op.orderId).filter((each) => countsAsUsed(each) && each.id !== except);
  return { used: used.length, limit: platform?.correct === undefined ? 0 : platform.capabilities.corrections };
}

/** True when a waybill of the order was (or is being) replaced by another one and did not come back since. */
export function isCorrectedAway(core: OutboxCore, op: Pick<StoredOp, 'shopId' | 'orderId'>, waybill: string): boolean {
  let gone = false;
  for (const each of core.reader.ofOrder(op.shopId, op.orderId)) {
    if (!countsAsUsed(each)) continue;
    const { from, to } = sidesOf(each);
    if (from === waybill) gone = true;
    if (to === waybill) gone = false;
  }
  return gone;
}

/** Follows the corrections of a parcel from the op that brought one of its waybills to the one that stands now. */
export function currentOf(core: OutboxCore, op: StoredOp): StoredOp {
  let current = op;
  for (const each of core.reader.ofOrder(op.shopId, op.orderId))
    if (each.seq > current.seq && countsAsUsed(each) && sidesOf(each).from === current.waybill) current = each;
  return current;
}

/**
 * True when the waybill a saved correction starts from never came to be, because the correction that was to bring it was
 * refused or withdrawn meanwhile. Such a correction is not sent: it would name a parcel the platform does not have.
 */
export function isChainBroken(core: OutboxCore, op: StoredOp, payload: CorrectPayload): boolean {
  const before = core.reader
    .ofOrder(op.shopId, op.orderId)
    .filter((each) => each.seq < op.seq && each.kind === 'correct' && sidesOf(each).to === payload.from.waybill);
  return before.length > 0 && !before.some(countsAsUsed);
}

/** Why a correction cannot be saved, or null. */
export function correctionProblem(
  core: OutboxCore,
  owner: { readonly shopId: string; readonly platform: Platform; readonly supersedes: string | null },
  payload: CorrectPayload,
): Problem | null {
  const op = { shopId: owner.shopId, orderId: payload.orderId };
  const { used, limit } = correctionBudget(core, op, owner.supersedes);
  const impossible = {
    code: 'correction-not-possible',
    orderId: payload.orderId,
    waybill: payload.from.waybill,
  } as const;
  if (limit === 0) return impossible;
  if (isCorrectedAway(core, op, payload.from.waybill)) return impossible;
  return used >= limit ? { code: 'correction-budget-spent', used, limit } : null;
}
