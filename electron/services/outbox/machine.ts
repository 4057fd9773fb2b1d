import { assertNever } from '../../../shared/kernel/exhaustive.ts';
import { onAnswered } from './machine/answered.ts';
import { onDecided } from './machine/decided.ts';
import type { OutboxEvent } from './machine/event.ts';
import { onLooked } from './machine/looked.ts';
import type { OpFacts, OpStatus } from './machine/op-status.ts';
import { onClockJumped, onPostponed, onProcessStarted, onRestored } from './machine/recovered.ts';
import { FORBIDDEN, type Refusal, type Step, step } from './machine/transitions.ts';
import type { OutboxPolicy } from './policy.ts';

export type Rules = OutboxPolicy & OpFacts;

/**
 * The whole behaviour of an op (RELIABILITY 3): what an event makes of it, or why it makes nothing. Pure: time, chance
 * and the run of the app come in with the event. Final ops accept nothing (T24).
 */
export function next(status: OpStatus, event: OutboxEvent, rules: Rules): Step | Refusal {
  if (status.state === 'shipped' || status.state === 'cancelled') return FORBIDDEN;
  switch (event.type) {
    case 'begun':
      return begin(status, event.atMs);
    case 'answered':
      return onAnswered(status, event, rules);
    case 'looked':
      return onLooked(status, event, rules);
    case 'postponed':
      return onPostponed(status, event, rules);
    case 'process-started':
      return onProcessStarted(status, event, rules);
    case 'restored':
      return onRestored(status, event, rules);
    case 'clock-jumped':
      return onClockJumped(status, event, rules);
    case 'gate-opened':
      return gateOpened(status, event.atMs);
    case 'held-too-long':
      return heldTooLong(status, event.atMs, rules);
    case 'network-returned':
      return status.state === 'wait' || status.state === 'ready'
        ? step('hurried', status, { notBeforeMs: event.atMs })
        : { refused: 'nothing' };
    case 'damaged':
      return status.state === 'quarantined'
        ? { refused: 'nothing' }
        : step('T20', status, { state: 'quarantined', notBeforeMs: null, holdKind: null, code: event.code });
    case 'hurried':
    case 'released':
    case 'cancelled':
    case 'replaced':
    case 'confirmed-shipped':
    case 'confirmed-not-shipped':
    case 'refused-by-person':
    case 'accepted-platform':
    case 'returned-to-doubt':
      return onDecided(status, event, rules);
    default:
      return assertNever(event, 'outbox event');
  }
}

/** T2. A second try inside one attempt does not exist (T23): an op that is being sent refuses to begin again. */
function begin(status: OpStatus, atMs: number): Step | Refusal {
  if (status.state !== 'ready' && status.state !== 'wait') return FORBIDDEN;
  if (status.notBeforeMs === null || atMs < status.notBeforeMs) return { refused: 'not-due' };
  const counters = { ...status.counters, attempts: status.counters.attempts + 1, failedLooks: 0 };
  return step('T2', status, { state: 'sending', notBeforeMs: null, counters });
}

/** T14 for the ops that were held because the whole account was blocked. */
function gateOpened(status: OpStatus, atMs: number): Step | Refusal {
  if (status.state !== 'held' || status.holdKind !== 'account') return { refused: 'nothing' };
  const counters = { ...status.counters, heldSinceMs: null };
  return step('T14', status, { state: 'ready', holdKind: null, notBeforeMs: atMs, code: null, message: '', counters });
}

/** T15 after seven days. */
function heldTooLong(status: OpStatus, atMs: number, rules: Rules): Step | Refusal {
  if (status.state !== 'held') return FORBIDDEN;
  if (atMs < (status.counters.heldSinceMs ?? atMs) + rules.maxHeldMs) return { refused: 'not-due' };
  return step('T15', status, { state: 'rejected', holdKind: null, notBeforeMs: null, code: 'local:hold-expired' });
}
