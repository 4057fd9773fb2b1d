import type { BenchOffer } from '../../../shared/contract/packing.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { CameraTrouble, PhotoMiss } from '../../../shared/domain/photo.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { err, ok } from '../../../shared/kernel/result.ts';
import type { Outcome, PackingDeps, Who } from './packing-deps.ts';
import { NO_PHOTO, packageForWaybill, type PackingPackage, type Session } from './session.ts';

type Wants = { readonly extras: Pick<PackingDeps['extras'], 'wanted'> };
/** The package a picture was taken of. `opId`: it was saved when the picture was taken. */
export type Pictured = { readonly orderId: string; readonly packageNo: number; readonly opId?: string | undefined };

/** Whether the packages of an order are photographed; what no courier takes has no parcel. */
export function photoMode({ extras }: Wants, { shopId, deliverMethod }: Order) {
  return deliverMethod === 'courier' ? extras.wanted(shopId).photo : 'off';
}

/** The package that waits for its waybill may not be saved yet, because its shop insists on a photo. */
export function awaitsPhoto(deps: Wants, session: Session): boolean {
  const box = packageForWaybill(session);
  return session.order !== null && box !== undefined && missingPhoto(deps, session.order, box) !== null;
}

/** Why a package may not be saved without a photo; null where it may. A full disk stops photos, never parcels. */
export function missingPhoto(deps: Wants, order: Order, { photo }: PackingPackage): Problem | null {
  const free = photo.taken !== null || photo.excused || photo.missed === 'disk-low';
  return free || photoMode(deps, order) !== 'must'
    ? null
    : { code: 'photo-missing', why: photo.missed ?? 'not-in-time' };
}

/** What is written of a package that is saved without a photo; null where it has one, or its shop wants none. */
export const missOf = (deps: Wants, order: Order, { photo }: PackingPackage) =>
  photo.taken !== null || photoMode(deps, order) === 'off'
    ? null
    : { why: photo.missed ?? ('not-in-time' as const), excused: photo.excused };

/** What leads on beside the error that a photo is missing. */
export const EXCUSE: BenchOffer = { kind: 'excuse-photo' };

/**
 * A picture that was taken of a package. Until it is saved the package keeps the newest; one that was saved a moment ago
 * without any gets it still. What is neither stays a picture of nothing and goes by age.
 */
export function photoTaken(
  deps: PackingDeps,
  session: Session,
  given: Pictured & { photoId: string },
  who: Who,
): Outcome {
  const photo = deps.photos.free(given.photoId);
  if (photo === null) return ok({ session, verdict: 'not-now' });
  const box = boxOf(session, given);
  if (box !== undefined && box.state !== 'saved')
    return ok({ session: withPhoto(cleared(session), box, { ...NO_PHOTO, taken: photo }), verdict: 'photo-taken' });
  const opId = box?.opId ?? given.opId ?? null;
  if (opId === null || !deps.photos.settleLate(opId, photo, who.operator)) return ok({ session, verdict: 'not-now' });
  const next = box === undefined ? session : withPhoto(session, box, { ...NO_PHOTO, taken: photo });
  return ok({ session: next, verdict: 'photo-taken' });
}

/** The camera gave no picture. A shop that insists stops the line; elsewhere the package says so and the work goes on. */
export function photoMissed(
  deps: PackingDeps,
  session: Session,
  given: Pictured & { why: CameraTrouble | 'not-written' },
): Outcome {
  const box = boxOf(session, given);
  if (session.order === null || box === undefined || box.state === 'saved')
    return ok({ session, verdict: 'photo-missed' });
  const missed: PhotoMiss = deps.photos.hasRoom() ? given.why : 'disk-low';
  const next = withPhoto(session, box, { ...box.photo, taken: null, missed });
  const problem = missingPhoto(deps, session.order, { ...box, photo: { ...box.photo, taken: null, missed } });
  if (problem === null || next.blocked !== null) return ok({ session: next, verdict: 'photo-missed' });
  return ok({
    session: { ...next, blocked: { problem, scanned: '', expected: '', offer: EXCUSE } },
    verdict: 'refused',
  });
}

/** A lead lets the package that waits for its waybill go without a photo. */
export function excusePhoto(session: Session): Outcome {
  const box = packageForWaybill(session);
  if (session.order === null || box === undefined) return err({ code: 'package-empty' });
  const excused = withPhoto(cleared(session), box, { ...box.photo, excused: true });
  return ok({ session: excused, verdict: 'photo-excused' });
}

const boxOf = (session: Session, { orderId, packageNo }: Pictured): PackingPackage | undefined =>
  session.order?.orderId === orderId ? session.packages.find(({ no }) => no === packageNo) : undefined;

const withPhoto = (session: Session, box: PackingPackage, photo: PackingPackage['photo']): Session => ({
  ...session,
  packages: session.packages.map((each) => (each.no === box.no ? { ...each, photo } : each)),
});

/** The error that a photo is missing goes with the photo; any other stays. */
const cleared = (session: Session): Session =>
  session.blocked?.problem.code === 'photo-missing' ? { ...session, blocked: null } : session;
