import type { Problem } from '../../../shared/contract/problem.ts';
import type { Carrier } from '../../../shared/domain/carrier.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { leavesInParts, type PackageItem, type SendPayload } from '../../../shared/domain/shipment.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';
import type { PackingDeps } from './packing-deps.ts';
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
  const earlier = deps.orders.earlierShipment(order) !== null;
  const payload = payloadOf(session, order, { box, parcel, earlier });
  const rule = deps.composeRule(order, payload);
  if (rule !== null) return err({ code: 'compose-refused', rule, detail: '' });
  const carrierName = parcel?.carrier.name ?? '';
  const saved = deps.outbox.enqueue({ shopId: order.shopId, payload, carrierName, operator });
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

type Filled = {
  readonly box: PackingPackage;
  readonly parcel: { readonly carrier: Carrier; readonly waybill: string } | null;
  /** True where a parcel of the order was saved or left before. */
  readonly earlier: boolean;
};

function payloadOf(session: Session, order: Order, { box, parcel, earlier }: Filled): SendPayload {
  const items = box.items.flatMap((packed): PackageItem[] => {
    const line = order.lines.find((candidate) => candidate.lineNo === packed.lineNo);
    if (line === undefined) return [];
    return [
      {
        productId: line.productId,
        skuId: line.skuId,
        quantity: packed.quantity,
        ...(line.childOrderId === '' ? {} : { childOrderId: line.childOrderId }),
        ...(packed.serialNumbers.length === 0
          ? {}
          : { serialNumbers: packed.serialNumbers.map((serialNumber) => ({ serialNumber })) }),
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
    ...(earlier || leavesInParts(order, whole) ? { split: true } : {}),
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
