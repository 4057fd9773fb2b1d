import type { ParcelOp } from './parcel-store.ts';

/** A package with the correction that stands now, and every waybill it had, oldest first. */
export type FollowedParcel = {
  readonly send: ParcelOp;
  readonly current: ParcelOp;
  readonly waybills: readonly string[];
};

/** Follows a package through the corrections of its order; one that was refused or withdrawn changed nothing. */
export function followCorrections(send: ParcelOp, ofOrder: readonly ParcelOp[]): FollowedParcel {
  let current = send;
  const waybills = [send.waybill];
  for (const each of ofOrder) {
    if (each.kind !== 'correct' || each.seq < current.seq || each.replaces !== current.waybill) continue;
    if (each.state === 'cancelled' || each.state === 'rejected') continue;
    current = each;
    waybills.push(each.waybill);
  }
  return { send, current, waybills };
}
