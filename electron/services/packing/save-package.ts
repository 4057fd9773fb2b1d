import type { Problem } from '../../../shared/contract/problem.ts';
import type { Carrier } from '../../../shared/domain/carrier.ts';
import { lineLike } from '../../../shared/domain/line-like.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { leavesInParts, type PackageItem, type SendPayload } from '../../../shared/domain/shipment.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';
import { openOrder } from './open-order.ts';
import type { PackingDeps } from './packing-deps.ts';
import { missOf } from './photograph.ts';
import { orderStop } from './stop-watch.ts';
import { type PackingPackage, packageForWaybill, type Session } from './session.ts';

/**
 * Puts a package into the outbox. Only after the outbox has committed it does the session call it saved: green on the
 * screen means it is on the disk.
 */
export function savePackage(
  deps: PackingDeps,
  session: Session,
  parcel: { readonly carrier: Carrier; readonly waybill: string } | null,
  operator: string,
): Result<Session, Problem> {
  const { order } = session;
  const box = packageForWaybill(session);
  if (order === null) return err({ code: 'no-order-open' });
  if (box === undefined) return err({ code: 'package-empty' });
  const stop = orderStop(deps, order);
  if (stop !== null) return err(stop);
  const now = deps.orders.current(order.shopId, order.orderId) ?? order;
  const payload = payloadOf(deps, session, { order, now, box, parcel });
  const refusal = refusalOf(deps, session, now, payload);
  if (refusal !== null) return err(refusal);
  const carrierName = parcel?.carrier.name ?? '';
  const { weightGrams } = box;
  if (weightGrams === null && deps.extras.wanted(order.shopId).weigh === 'must') return err({ code: 'weight-missing' });
  const also = (op: { readonly seq: number; readonly id: string }): void => {
    deps.extras.write(op.seq, { weightGrams });
    deps.photos.settle({ ...op, operator }, box.photo.taken, missOf(deps, order, box));
  };
  const saved = deps.outbox.enqueue({ shopId: order.shopId, payload, carrierName, operator, also });
  if (!saved.ok) return saved;
  const waybill = parcel?.waybill ?? '';
  const packages = session.packages.map((each) =>
    each.no === box.no ? { ...each, state: 'saved' as const, carrierName, waybill, opId: saved.value.id } : each,
  );
  return ok({
    ...session,
    packages,
    carrierChoice: null,
    undo: [],
    saved: { orderId: order.orderId, waybill, carrierName, at: isoFromMs(deps.clock.now()) },
  });
}

/**
 * Why the order as it is known now does not want this package, or null: since it was laid on the bench a refund may have
 * gone through, or its goods may have left some other way.
 */
function refusalOf(deps: PackingDeps, session: Session, now: Order, payload: SendPayload): Problem | null {
  const broken = deps.composeRule(now, payload);
  if (broken === null && deps.orders.isLeft(now, payload.items)) return null;
  const again = openOrder(deps, session, now);
  if (!again.ok) return again.error;
  return { code: 'compose-refused', rule: broken ?? 'quantity-exceeds-order', detail: '' };
}

type Filled = {
  /** As it was laid on the bench: its lines are those the boxes were packed by. */
  readonly order: Order;
  readonly now: Order;
  readonly box: PackingPackage;
  readonly parcel: { readonly carrier: Carrier; readonly waybill: string } | null;
};

function payloadOf(deps: PackingDeps, session: Session, { order, now, box, parcel }: Filled): SendPayload {
  const items = box.items.flatMap((packed): PackageItem[] => {
    const line = order.lines.find((candidate) => candidate.lineNo === packed.lineNo);
    if (line === undefined) return [];
    // An imported line may have had no ids before the platform told of them.
    const { productId, skuId } = lineLike(now, line) ?? line;
    return [
      {
        productId,
        skuId,
        quantity: packed.quantity,
        ...(line.childOrderId === '' ? {} : { childOrderId: line.childOrderId }),
        ...(packed.serialNumbers.length === 0 ? {} : { serialNumbers: packed.serialNumbers }),
      },
    ];
  });
  const pieces = Object.values(session.wanted).reduce((sum, wanted) => sum + wanted, 0);
  const whole = items.reduce((sum, item) => sum + item.quantity, 0) === pieces;
  return {
    version: 1,
    kind: 'send',
    orderId: order.orderId,
    whole,
    ...(deps.orders.earlierShipment(now) !== null || leavesInParts(now, whole) ? { split: true } : {}),
    deliver:
      parcel === null
        ? { type: 'none' }
        : {
            type: 'courier',
            carrierCode: parcel.carrier.code,
            carrierName: parcel.carrier.name,
            waybill: parcel.waybill,
          },
    items,
  };
}
