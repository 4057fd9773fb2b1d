import type { Settings } from '../../../shared/contract/settings.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../shared/kernel/time.ts';

/** Every number the outbox decides by (RELIABILITY 3b, 3c). */
export type OutboxPolicy = {
  readonly callTimeoutMs: number;
  /** Limit of one call that holds several shipments. */
  readonly batchTimeoutMs: number;
  /** Shipments of different orders that may share one call; 1 where each goes alone. */
  readonly ordersPerCall: number;
  /** Quiet time after an unknown outcome before a look that finds nothing may count (F4). */
  readonly settleMs: number;
  readonly readBackSpacingMs: number;
  /** Waits after looks that failed (T12); the last one repeats, unless looks cost money. */
  readonly failedLookMs: readonly number[];
  /** Looks that have found nothing and may not lead to a resend are repeated this slowly. */
  readonly slowLookMs: number;
  /** Looks cost money: when the waits are used up, a person decides instead of another look. */
  readonly looksCost: boolean;
  readonly backoffBaseMs: number;
  readonly backoffCapMs: number;
  readonly retryAfterCapMs: number;
  readonly maxTries: number;
  readonly maxOnlineMs: number;
  readonly maxHeldMs: number;
  /** How often an order on hold is looked at again. */
  readonly holdRecheckMs: number;
  readonly maxDeaths: number;
  readonly maxAutoResends: number;
  /** An op not sent within this time is looked up before it is sent. */
  readonly lookBeforeSendingAfterMs: number;
  /** An order the platform has told nothing of for longer is read before its package is sent; Infinity: never, for it costs. */
  readonly lookAgainAfterMs: number;
  readonly breaker: { readonly ambiguous: number; readonly windowMs: number; readonly pauseMs: number };
  readonly gateRecheckMs: number;
  readonly gateRecheckCapMs: number;
  readonly maxInFlight: number;
};

/** The safe values; a shop on a real platform never goes below them. */
const SAFE = { callTimeoutMs: 20 * SECOND_MS, settleMs: MINUTE_MS, readBackSpacingMs: MINUTE_MS } as const;

const FAILED_LOOK_MS = [10 * SECOND_MS, MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, HOUR_MS] as const;
const BILLED_LOOK_MS = [MINUTE_MS, 10 * MINUTE_MS] as const;

type SendingSettings = Pick<
  Settings,
  | 'outbox.callTimeoutMs'
  | 'outbox.settleMs'
  | 'outbox.readBackSpacingMs'
  | 'outbox.ordersPerCall'
  | 'outbox.lookAgainAfterMs'
>;

/** What is known of a shop: whether it is on this machine, and whether its platform charges or takes many in one call. */
export type ShopFacts = {
  readonly onThisMachine: boolean;
  readonly billed?: boolean | undefined;
  readonly mostPerCall?: number | undefined;
};

/**
 * The policy for one shop. Settings below the safe values count only where the shop is on this machine (practice and
 * tests); there the waits around looks, the breaker and the gate shrink in the same proportion as the settle time.
 * `mostPerCall`: shipments the platform takes in one call. A call for many may take twice as long as a call for one
 * (RELIABILITY 3c: 40 s for 20 s), and nothing of such a shop settles sooner than twice its longest call.
 */
export function policyFor(
  settings: SendingSettings,
  { onThisMachine, billed = false, mostPerCall = 1 }: ShopFacts,
): OutboxPolicy {
  const lowest = (setting: number, safe: number): number => (onThisMachine ? setting : Math.max(setting, safe));
  const callTimeoutMs = lowest(settings['outbox.callTimeoutMs'], SAFE.callTimeoutMs);
  const batchTimeoutMs = 2 * callTimeoutMs;
  const longestCallMs = mostPerCall > 1 ? batchTimeoutMs : callTimeoutMs;
  const wantedSettle = lowest(settings['outbox.settleMs'], SAFE.settleMs);
  const settleMs = wantedSettle < SAFE.settleMs ? wantedSettle : Math.max(wantedSettle, 2 * longestCallMs);
  const readBackSpacingMs = lowest(settings['outbox.readBackSpacingMs'], SAFE.readBackSpacingMs);
  const pace = Math.min(1, Math.max(settleMs / SAFE.settleMs, 0.005));
  return {
    callTimeoutMs,
    batchTimeoutMs,
    ordersPerCall: Math.min(settings['outbox.ordersPerCall'], mostPerCall),
    settleMs,
    readBackSpacingMs,
    failedLookMs: (billed ? BILLED_LOOK_MS : FAILED_LOOK_MS).map((delay) => Math.round(delay * pace)),
    slowLookMs: Math.round(HOUR_MS * pace),
    looksCost: billed,
    backoffBaseMs: 2 * SECOND_MS,
    backoffCapMs: 15 * MINUTE_MS,
    retryAfterCapMs: HOUR_MS,
    maxTries: 8,
    maxOnlineMs: DAY_MS,
    maxHeldMs: 7 * DAY_MS,
    holdRecheckMs: 30 * MINUTE_MS,
    maxDeaths: 3,
    maxAutoResends: 1,
    lookBeforeSendingAfterMs: 2 * MINUTE_MS,
    lookAgainAfterMs: billed ? Infinity : settings['outbox.lookAgainAfterMs'],
    breaker: { ambiguous: 5, windowMs: MINUTE_MS, pauseMs: Math.round(MINUTE_MS * pace) },
    gateRecheckMs: Math.round(MINUTE_MS * pace),
    gateRecheckCapMs: 30 * MINUTE_MS,
    maxInFlight: 4,
  };
}
