import { MINUTE_MS } from '../kernel/time.ts';

/** What is looked at before a shift starts, in the order of the list. None of it ever keeps anybody from packing. */
export const SHIFT_CHECKS = ['sound', 'scan', 'network', 'queue', 'clock'] as const;
export type ShiftCheck = (typeof SHIFT_CHECKS)[number];

/** `skipped` also stands for what could not be found out. */
export const CHECK_RESULTS = ['good', 'bad', 'skipped'] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

/** How old the oldest unsent package may be: with a network, sending takes seconds. */
export const OLD_QUEUE_MS = 30 * MINUTE_MS;

/** Whether a shop's platform can be reached, as far as the calls that are made anyway have told. */
export const SHOP_REACH = ['reached', 'offline', 'blocked', 'paused'] as const;
export type ShopReach = (typeof SHOP_REACH)[number];

/** Bad where a shop that should send cannot; a desk without shops has nothing to look at. */
export const networkResult = (shops: readonly ShopReach[]): CheckResult =>
  shops.length === 0 ? 'skipped' : shops.some((reach) => reach !== 'reached') ? 'bad' : 'good';

/** `ageMs`: how long the oldest unsent package waits; null where none does. */
export const queueResult = (ageMs: number | null): CheckResult =>
  ageMs === null || ageMs < OLD_QUEUE_MS ? 'good' : 'bad';

/** `known`: a platform has told its time since this desk was opened. */
export const clockResult = (known: boolean, warns: boolean): CheckResult =>
  known ? (warns ? 'bad' : 'good') : 'skipped';
