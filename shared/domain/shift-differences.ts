import type { HoldKind, OpState } from './op.ts';

/** Where one parcel stands between bench, courier and platform. */
export type ParcelStanding = {
  /** State of its package at this desk; null for an order that was put aside before anything of it was saved. */
  readonly state: OpState | null;
  readonly holdKind: HoldKind | null;
  /** Somebody said that the box must not leave, and it was not found yet. */
  readonly stopped: boolean;
  /** It was scanned when the courier took it. */
  readonly handed: boolean;
  /** It leaves by courier at all: nobody takes away what is virtual or is fetched by the buyer. */
  readonly byCourier: boolean;
};

/**
 * Why packed, handed over and confirmed do not agree for a parcel, most urgent first. `handed-stopped`: the courier has
 * what must not leave · `stopped`: the box has to stay here · `failed`: the platform or this desk will not go on by
 * itself · `doubt`: the platform may have it · `on-hold`: put aside, not saved · `handed-unconfirmed`: gone, and the
 * platform was not told yet · `unhanded`: here, and the platform was not told yet · `confirmed-unhanded`: the platform
 * says it left, and no hand-over was scanned · `unconfirmed`: no courier, and the platform was not told yet
 */
export const DIFFERENCES = [
  'handed-stopped',
  'stopped',
  'failed',
  'doubt',
  'on-hold',
  'handed-unconfirmed',
  'unhanded',
  'confirmed-unhanded',
  'unconfirmed',
] as const;
export type Difference = (typeof DIFFERENCES)[number];

/** What does not agree for a parcel; null where all three do, or where a withdrawn package stayed here. */
export function differenceOf(parcel: ParcelStanding): Difference | null {
  const { state, handed, byCourier } = parcel;
  if (state === null) return 'on-hold';
  if (mustStay(parcel)) {
    if (handed) return 'handed-stopped';
    if (state === 'cancelled') return null;
    return REFUSED.has(state) ? 'failed' : 'stopped';
  }
  if (state === 'quarantined') return 'failed';
  if (state === 'in_doubt') return 'doubt';
  if (state === 'shipped') return handed || !byCourier ? null : 'confirmed-unhanded';
  if (handed) return 'handed-unconfirmed';
  return byCourier ? 'unhanded' : 'unconfirmed';
}

/** True for a box that may not be given to the courier as things stand. */
export const mustStay = ({
  state,
  holdKind,
  stopped,
}: Pick<ParcelStanding, 'state' | 'holdKind' | 'stopped'>): boolean =>
  stopped ||
  (state !== null && REFUSED.has(state)) ||
  state === 'cancelled' ||
  (state === 'held' && holdKind === 'business');

/** The platform has not taken these and will not by itself. */
const REFUSED: ReadonlySet<OpState> = new Set<OpState>(['rejected', 'conflict']);
