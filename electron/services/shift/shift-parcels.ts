import type { ShiftParcel } from '../../../shared/contract/shift.ts';
import { StopReasonSchema } from '../../../shared/domain/problem-shelf.ts';
import { differenceOf } from '../../../shared/domain/shift-differences.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';
import type { HeldOrder, HeldStore } from '../packing/held-store.ts';
import { type FollowedParcel, followCorrections } from './follow-corrections.ts';
import type { HandOverStore } from './hand-over-store.ts';
import type { ParcelOp, ParcelStore } from './parcel-store.ts';
import type { ShiftSpan, ShiftStore } from './shift-store.ts';

export type ShiftParcelsDeps = {
  readonly store: ShiftStore;
  readonly parcels: ParcelStore;
  readonly hands: HandOverStore;
  readonly held: Pick<HeldStore, 'list'>;
  readonly shopName: (shopId: string) => string;
};

/**
 * Every parcel of a shift as it stands now: packed since its first op, handed over since its first scan, left open by the
 * shift before, and the orders that are put aside. What a hand-over was never scanned for is carried along once: a desk
 * that scans none would carry everything for ever.
 */
export function shiftParcels(deps: ShiftParcelsDeps, span: ShiftSpan): readonly ShiftParcel[] {
  const found = new Map<string, ShiftParcel>();
  const add = (parcel: ShiftParcel | null): void => {
    if (parcel !== null && !found.has(parcel.key)) found.set(parcel.key, parcel);
  };
  const own = deps.parcels.since(span.fromOp);
  const byOrder = Map.groupBy(own, laneOf);
  for (const op of own) if (op.kind === 'send') add(parcelView(deps, followed(op, byOrder.get(laneOf(op)) ?? [])));
  for (const { waybill } of deps.hands.since(span.fromHand)) add(olderParcel(deps, deps.parcels.byWaybill(waybill)));
  for (const left of deps.store.leftOpen()) {
    const parcel = left.opId === null ? null : olderParcel(deps, deps.parcels.byId(left.opId));
    const isOver = left.carried && parcel?.difference === 'confirmed-unhanded';
    if (parcel !== null && parcel.difference !== null && !isOver) add(parcel);
  }
  for (const order of deps.held.list()) add(heldView(deps, order));
  return [...found.values()];
}

/** The package a label is on; the op may be a correction of it. Null where its package is not known here. */
export function parcelOfOp(parcels: ParcelStore, op: ParcelOp | null): FollowedParcel | null {
  if (op === null) return null;
  const ofOrder = parcels.ofOrder(op.shopId, op.orderId);
  const all = ofOrder.filter(({ kind }) => kind === 'send').map((send) => followed(send, ofOrder));
  return all.find(({ send, waybills }) => send.id === op.id || waybills.includes(op.waybill)) ?? null;
}

/** Whether the courier has it, under whichever of its labels. */
export const handedAs = (hands: HandOverStore, { waybills }: FollowedParcel) =>
  waybills.map((waybill) => (waybill === '' ? null : hands.of(waybill))).find((handed) => handed !== null) ?? null;

const followed = followCorrections;
const laneOf = ({ shopId, orderId }: ParcelOp): string => `${shopId}/${orderId}`;

function olderParcel(deps: ShiftParcelsDeps, op: ParcelOp | null): ShiftParcel | null {
  const parcel = parcelOfOp(deps.parcels, op);
  return parcel === null ? null : { ...parcelView(deps, parcel), carried: true };
}

function parcelView(deps: ShiftParcelsDeps, parcel: FollowedParcel): ShiftParcel {
  const { send, current } = parcel;
  const handed = handedAs(deps.hands, parcel);
  const stop = send.stop === null ? null : StopReasonSchema.catch('platform').parse(send.stop);
  const difference = differenceOf({
    state: current.state,
    holdKind: current.holdKind,
    stopped: stop !== null,
    handed: handed !== null,
    byCourier: current.waybill !== '',
  });
  return noted(deps, {
    ...{ key: send.id, opId: current.id, shopId: send.shopId, shop: deps.shopName(send.shopId), orderId: send.orderId },
    ...{ carrier: current.waybill === '' ? '' : current.carrier, waybill: current.waybill, pieces: send.pieces },
    ...{ packedAt: isoFromMs(send.createdAtMs), packedBy: send.createdBy },
    ...{ handedAt: handed === null ? null : isoFromMs(handed.atMs), handedBy: handed?.operator ?? '' },
    ...{ state: current.state, holdKind: current.holdKind, stop, difference, carried: false },
  });
}

const heldView = (deps: ShiftParcelsDeps, order: HeldOrder): ShiftParcel =>
  noted(deps, {
    ...{ key: `held:${order.shopId}/${order.orderId}`, opId: null },
    ...{ shopId: order.shopId, shop: deps.shopName(order.shopId), orderId: order.orderId, carrier: '', waybill: '' },
    pieces: order.packages.flatMap(({ items }) => items).reduce((sum, { quantity }) => sum + quantity, 0),
    ...{ packedAt: isoFromMs(order.heldAtMs), packedBy: order.heldBy, handedAt: null, handedBy: '' },
    ...{ state: null, holdKind: null, stop: null, difference: 'on-hold', carried: false },
  });

/** With its owner and note; what a supervisor has settled is no difference any more. */
function noted(deps: ShiftParcelsDeps, parcel: Omit<ShiftParcel, 'owner' | 'note' | 'settledBy'>): ShiftParcel {
  const said = parcel.difference === null ? null : deps.store.noteOf(parcel.key);
  const settledBy = said?.settledBy ?? '';
  const worker = parcel.difference === 'handed-stopped' ? parcel.handedBy : parcel.packedBy;
  return {
    ...parcel,
    difference: settledBy === '' ? parcel.difference : null,
    owner: said === null || said.owner === '' ? worker : said.owner,
    note: said?.note ?? '',
    settledBy,
  };
}
