import type { PackageView, PackingView } from '../../../shared/contract/packing.ts';

/** The package a picture is taken of; `opId` where it is saved already. */
export type PhotoTarget = { readonly orderId: string; readonly packageNo: number; readonly opId?: string };

/** Time for the last piece to be laid in and the hands to leave the picture. */
const HANDS_OFF_MS = 1_500;

/**
 * The package that is to be photographed by itself now, and how long to wait for it: one that was sealed by hand, weighed, or
 * whose waybill came already is ready at once; one that is merely complete a moment later. Null: none.
 */
export function photoDue(view: PackingView): { readonly target: PhotoTarget; readonly delayMs: number } | null {
  const { order, packages, currentPackage, step, parked } = view;
  if (order?.photo === undefined || view.blocked !== null) return null;
  const waits = step === 'waybill' || step === 'carrier';
  const box =
    packages.find((each) => each.state === 'sealed' && lacksPhoto(each)) ??
    packages.find((each) => waits && each.no === currentPackage && each.state === 'open' && lacksPhoto(each));
  if (box === undefined || (order.weighing?.weigh === 'must' && box.weightGrams === undefined)) return null;
  const ready = box.state === 'sealed' || box.weightGrams !== undefined || parked.waybill !== null;
  return { target: { orderId: order.orderId, packageNo: box.no }, delayMs: ready ? 0 : HANDS_OFF_MS };
}

/** A package that was saved faster than its picture was taken: its box still stands before the camera. */
export function savedUnseen(before: PackingView | null, view: PackingView): PhotoTarget | null {
  if (view.order?.photo !== 'ask') return null;
  const known = new Set(before?.packages.filter(({ state }) => state === 'saved').map(({ no }) => no));
  const box = view.packages.find((each) => each.state === 'saved' && !known.has(each.no));
  if (box === undefined || box.opId === null || !lacksPhoto(box)) return null;
  return { orderId: view.order.orderId, packageNo: box.no, opId: box.opId };
}

/** What the key means: the package on the bench, whether it has a photo or not. */
export function photoAgain({ order, packages, currentPackage }: PackingView): PhotoTarget | null {
  const box = packages.find(({ no, state }) => no === currentPackage && state !== 'saved');
  return order?.photo === undefined || box === undefined ? null : { orderId: order.orderId, packageNo: box.no };
}

const lacksPhoto = ({ photo, photoMissed, photoExcused }: PackageView): boolean =>
  photo === undefined && photoMissed === undefined && photoExcused === undefined;
