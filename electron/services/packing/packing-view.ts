import type { PackingStep, PackingView } from '../../../shared/contract/packing.ts';
import { unlistedNameMax } from '../../../shared/domain/carriers/unlisted-carrier.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { capabilitiesOf } from '../../../shared/domain/platforms/platform-list.ts';
import type { ShopRecord } from '../shops/shop-store.ts';
import { codesOf } from './ident-codes.ts';
import { numberInQuestion } from './number-in-question.ts';
import type { PackageExtrasStore } from './package-extras.ts';
import { photoMode } from './photograph.ts';
import { isOrderDone, missingPieces, openPackage, packageForWaybill, packedOf, type Session } from './session.ts';

/** The bench as the page draws it. */
export function packingView(
  session: Session,
  shop: ShopRecord | null,
  extras: Pick<PackageExtrasStore, 'wanted'>,
): PackingView {
  const { order } = session;
  const titleOf = (lineNo: number): string => order?.lines.find((line) => line.lineNo === lineNo)?.title ?? '';
  return {
    step: stepOf(session),
    order: order === null || shop === null ? null : orderView(session, order, shop, extras),
    packages: session.packages.map((box) => packageView(box, titleOf)),
    currentPackage: (openPackage(session) ?? packageForWaybill(session))?.no ?? null,
    unpacked: missingPieces(session),
    serialForLine: session.serialForLine,
    carrierChoice: choiceView(session),
    saved: session.saved,
    blocked: session.blocked,
    question: session.question,
    quantity: session.quantity,
    moving: session.moving,
    parked: { waybill: session.parked.waybill, item: session.parked.item },
    ...maybeWaybill(session),
    batch: session.batch,
    aside: session.aside,
    recent: session.recent,
  };
}

function maybeWaybill(session: Session): Pick<PackingView, 'maybeWaybill'> {
  const number = numberInQuestion(session);
  return number === null ? {} : { maybeWaybill: number };
}

const orderView = (
  session: Session,
  order: Order,
  shop: ShopRecord,
  extras: Pick<PackageExtrasStore, 'wanted'>,
): PackingView['order'] => ({
  shopId: order.shopId,
  shop: shop.name,
  platform: order.platform,
  training: shop.training,
  orderId: order.orderId,
  deadline: order.deadline,
  note: order.note,
  sellerNote: order.sellerNote ?? '',
  flags: order.flags,
  deliverMethod: order.deliverMethod,
  ...wishesOf(extras, order),
  lines: order.lines.map((line) => ({
    lineNo: line.lineNo,
    title: line.title,
    variant: line.variant,
    skuCode: line.skuCode,
    barcode: line.barcode,
    imageUrl: line.imageUrl,
    wanted: session.wanted[String(line.lineNo)] ?? 0,
    packed: packedOf(session, line.lineNo),
    needsSerialNumber: line.needsSerialNumber,
  })),
});

const packageView = (
  box: Session['packages'][number],
  titleOf: (lineNo: number) => string,
): PackingView['packages'][number] => ({
  no: box.no,
  state: box.state,
  items: box.items.map(({ lineNo, quantity, serialNumbers }) => ({
    ...{ lineNo, quantity, title: titleOf(lineNo) },
    ...(serialNumbers.length === 0 ? {} : { codes: serialNumbers.flatMap(codesOf) }),
  })),
  carrierName: box.carrierName,
  waybill: box.waybill,
  opId: box.opId,
  ...(box.weightGrams === null ? {} : { weightGrams: box.weightGrams }),
  ...(box.photo.taken === null ? {} : { photo: box.photo.taken }),
  ...(box.photo.missed === null ? {} : { photoMissed: box.photo.missed }),
  ...(box.photo.excused ? { photoExcused: true } : {}),
});

/** What the shop wants of its packages besides goods and waybill. */
function wishesOf(extras: Pick<PackageExtrasStore, 'wanted'>, order: Order) {
  const { weigh, minGrams, maxGrams } = extras.wanted(order.shopId);
  const photo = photoMode({ extras }, order);
  return {
    ...(weigh === 'off' ? {} : { weighing: { weigh, minGrams, maxGrams } }),
    ...(photo === 'off' ? {} : { photo }),
  };
}

function choiceView({ carrierChoice: choice, order }: Session): PackingView['carrierChoice'] {
  if (choice === null) return null;
  const nameMax = order === null ? null : unlistedNameMax(capabilitiesOf(order.platform));
  return {
    waybill: choice.waybill,
    candidates: choice.candidates,
    ...(nameMax === null ? {} : { nameMax }),
  };
}

/** What the bench waits for. */
export function stepOf(session: Session): PackingStep {
  if (session.order === null) return session.saved === null ? 'order' : 'saved';
  if (session.serialForLine !== null) return 'serial';
  if (session.carrierChoice !== null) return 'carrier';
  if (isOrderDone(session)) return 'saved';
  const box = packageForWaybill(session);
  if (box !== undefined && (missingPieces(session) === 0 || openPackage(session) === undefined))
    return session.order.deliverMethod === 'courier' ? 'waybill' : 'confirm-none';
  return 'items';
}
