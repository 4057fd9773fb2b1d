import type { OutboxPolicy } from '../policy.ts';
import { onlineShare, giveUp } from './answered.ts';
import type { EventOf } from './event.ts';
import type { OpFacts, OpStatus } from './op-status.ts';
import { FORBIDDEN, type Refusal, type Step, step } from './transitions.ts';
import { backoffMs } from '../backoff.ts';

type Rules = OutboxPolicy & OpFacts;

/**
 * T8 at start-up, or T20 at the third death; due times that a set-back clock has put out of reach are brought near. A
 * quiet time no look has ended yet runs anew: while nobody watched, the clock may have been set (RELIABILITY 3c).
 */
export function onProcessStarted(status: OpStatus, { atMs }: EventOf<'process-started'>, rules: Rules): Step | Refusal {
  if (status.state === 'in_doubt' && isSettling(status)) return restartSettle(status, atMs, rules);
  if (status.state !== 'sending') return withinReach(status, atMs, rules);
  const deaths = status.counters.deaths + 1;
  const counters = { ...status.counters, deaths };
  if (deaths >= rules.maxDeaths)
    return step('T20', status, { state: 'quarantined', notBeforeMs: null, code: 'local:crash-loop', counters });
  return intoDoubt({ ...status, counters }, atMs, rules, 'local:crashed');
}

/** After a restore nothing that was open is certain any more (I-12); what never sends by itself stays as it is. */
export function onRestored(status: OpStatus, { atMs }: EventOf<'restored'>, rules: Rules): Step | Refusal {
  switch (status.state) {
    case 'ready':
    case 'wait':
    case 'held':
    case 'sending':
      return intoDoubt(status, atMs, rules, 'local:restored');
    case 'in_doubt':
      return restartSettle(status, atMs, rules);
    case 'rejected':
    case 'conflict':
    case 'quarantined':
    case 'cancelled':
    case 'shipped':
    default:
      return { refused: 'nothing' };
  }
}

/** A wall clock that jumped proves nothing about time passed: settle times run anew (RELIABILITY 3c). */
export function onClockJumped(status: OpStatus, { atMs }: EventOf<'clock-jumped'>, rules: Rules): Step | Refusal {
  return status.state === 'in_doubt' ? restartSettle(status, atMs, rules) : withinReach(status, atMs, rules);
}

/** A look before sending could not be made: the op stays and comes back later, and one day of that ends in T22. */
export function onPostponed(status: OpStatus, event: EventOf<'postponed'>, rules: Rules): Step | Refusal {
  if (status.state !== 'ready' && status.state !== 'wait') return FORBIDDEN;
  const { atMs, random } = event;
  const failedLooks = status.counters.failedLooks + 1;
  const onlineMs = status.counters.onlineMs + onlineShare(status, atMs, event.onlineMs);
  const counters = { ...status.counters, failedLooks, onlineMs, lastTryAtMs: atMs };
  if (onlineMs >= rules.maxOnlineMs) return giveUp(status, { code: 'local:look-failed', counters }, atMs, rules, []);
  const delay = backoffMs({
    tries: failedLooks,
    random,
    baseMs: rules.backoffBaseMs,
    capMs: rules.backoffCapMs,
    retryAfterCapMs: rules.retryAfterCapMs,
  });
  return step('postponed', status, { notBeforeMs: atMs + delay, code: 'local:look-failed', counters });
}

/** In doubt for the outcome of a call, to be looked up by itself, and no look was made since. */
const isSettling = ({ notBeforeMs, counters }: OpStatus): boolean =>
  notBeforeMs !== null && counters.lookFirst === null && counters.absent === 0 && counters.failedLooks === 0;

const forgottenLooks = { absent: 0, lastAbsentAtMs: null, absentEpoch: null, failedLooks: 0 } as const;

function intoDoubt(status: OpStatus, atMs: number, rules: Rules, code: 'local:crashed' | 'local:restored'): Step {
  const settleUntilMs = atMs + rules.settleMs;
  return step('T8', status, {
    state: 'in_doubt',
    doubtSinceMs: atMs,
    notBeforeMs: rules.canLook ? settleUntilMs : null,
    holdKind: null,
    code,
    counters: { ...status.counters, ...forgottenLooks, settleUntilMs, lookFirst: null },
  });
}

function restartSettle(status: OpStatus, atMs: number, rules: Rules): Step {
  const settleUntilMs = atMs + rules.settleMs;
  return step('clock-corrected', status, {
    notBeforeMs: rules.canLook ? settleUntilMs : null,
    counters: { ...status.counters, ...forgottenLooks, settleUntilMs },
  });
}

/** A due time further away than any rule sets comes from a clock that was ahead. */
function withinReach(status: OpStatus, atMs: number, rules: Rules): Step | Refusal {
  const { notBeforeMs } = status;
  const furthest = furthestDue(status, atMs, rules);
  if (furthest === null || notBeforeMs === null || notBeforeMs <= furthest) return { refused: 'nothing' };
  if (status.state === 'in_doubt') return restartSettle(status, atMs, rules);
  const { heldSinceMs } = status.counters;
  const counters = { ...status.counters, heldSinceMs: heldSinceMs === null ? null : Math.min(heldSinceMs, atMs) };
  return step('clock-corrected', status, { notBeforeMs: furthest, counters });
}

function furthestDue(status: OpStatus, atMs: number, rules: Rules): number | null {
  switch (status.state) {
    case 'ready':
      return status.counters.failedLooks === 0 ? atMs : atMs + rules.backoffCapMs;
    case 'wait':
      return atMs + rules.retryAfterCapMs;
    case 'in_doubt':
      return atMs + Math.max(rules.slowLookMs, rules.settleMs, rules.readBackSpacingMs, ...rules.failedLookMs);
    case 'held':
      return atMs + rules.maxHeldMs;
    case 'sending':
    case 'rejected':
    case 'conflict':
    case 'quarantined':
    case 'cancelled':
    case 'shipped':
    default:
      return null;
  }
}
