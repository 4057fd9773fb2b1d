import { assertNever } from '../../../../shared/kernel/exhaustive.ts';
import type { OutboxPolicy } from '../policy.ts';
import type { EventOf } from './event.ts';
import type { OpFacts, OpStatus } from './op-status.ts';
import { FORBIDDEN, type Refusal, type Step, step } from './transitions.ts';

type Rules = OutboxPolicy & OpFacts;

/** What a look at the platform makes of an op: T9 to T12 in doubt; T7, T9, T10, T14 and T15 elsewhere. */
export function onLooked(status: OpStatus, event: EventOf<'looked'>, rules: Rules): Step | Refusal {
  switch (status.state) {
    case 'in_doubt':
      return lookedInDoubt(status, event, rules);
    case 'ready':
    case 'wait':
      return lookedBeforeSending(status, event, rules);
    case 'held':
      return lookedWhileHeld(status, event, rules);
    case 'conflict':
      return event.result.kind === 'ours' ? found(status) : { refused: 'nothing' };
    case 'sending':
    case 'rejected':
    case 'quarantined':
    case 'cancelled':
    case 'shipped':
      return FORBIDDEN;
    default:
      return assertNever(status.state, 'state');
  }
}

/** T9: our own waybill with our own goods is there. What was said on the way there no longer matters. */
const found = (status: OpStatus): Step =>
  step('T9', status, {
    state: 'shipped',
    proof: 'read-back',
    notBeforeMs: null,
    doubtSinceMs: null,
    holdKind: null,
    code: null,
    message: '',
  });

/** T10: the platform shows facts that are not ours. */
const foreign = (status: OpStatus): Step =>
  step('T10', status, {
    state: 'conflict',
    notBeforeMs: null,
    doubtSinceMs: null,
    holdKind: null,
    code: status.counters.lookFirst === null ? 'local:shipped-otherwise' : status.code,
  });

function lookedInDoubt(status: OpStatus, event: EventOf<'looked'>, rules: Rules): Step {
  const { result, atMs } = event;
  switch (result.kind) {
    case 'ours':
      return found(status);
    case 'foreign':
      return result.parcels === 0 && status.counters.lookFirst !== null ? otherwise(status) : foreign(status);
    case 'absent':
      return status.counters.lookFirst === null ? absentInDoubt(status, event, rules) : otherwise(status);
    case 'on-hold':
    case 'failed': {
      const failedLooks = status.counters.failedLooks + 1;
      const delay = rules.failedLookMs[failedLooks - 1];
      const later = atMs + (delay ?? rules.failedLookMs.at(-1) ?? rules.slowLookMs);
      const notBeforeMs = delay === undefined && rules.looksCost ? null : later;
      return step('T12', status, { notBeforeMs, counters: { ...status.counters, failedLooks } });
    }
    default:
      return assertNever(result, 'look');
  }
}

/** The platform refused and had us look first; nothing of ours is there, so the refusal stands as it was meant. */
function otherwise(status: OpStatus): Step {
  const settled = { notBeforeMs: null, doubtSinceMs: null };
  return status.counters.lookFirst === 'conflict'
    ? step('T10', status, { ...settled, state: 'conflict' })
    : step('T6', status, { ...settled, state: 'rejected' });
}

/**
 * A look that found nothing. It counts only when it began after the settle time, and at least the spacing after the
 * one before it within the same run of the app (between two runs the clock may have been set). Two that count allow
 * one resend, if the op's class does (T11); otherwise a person decides, and where looks cost money no more are made.
 */
function absentInDoubt(status: OpStatus, event: EventOf<'looked'>, rules: Rules): Step {
  const { counters } = status;
  const { lookedAtMs, epoch, atMs } = event;
  const again = (notBeforeMs: number | null, change: Partial<OpStatus['counters']>): Step =>
    step('T12', status, { notBeforeMs, counters: { ...counters, failedLooks: 0, ...change } });
  if (counters.settleUntilMs === null || lookedAtMs < counters.settleUntilMs)
    return again(counters.settleUntilMs ?? atMs + rules.settleMs, {
      settleUntilMs: counters.settleUntilMs ?? atMs + rules.settleMs,
    });
  const sameRun = counters.absentEpoch === epoch && counters.lastAbsentAtMs !== null;
  const spacedAtMs = sameRun ? (counters.lastAbsentAtMs ?? 0) + rules.readBackSpacingMs : lookedAtMs;
  if (lookedAtMs < spacedAtMs) return again(spacedAtMs, {});
  const absent = sameRun ? counters.absent + 1 : 1;
  const seen = { absent, lastAbsentAtMs: lookedAtMs, absentEpoch: epoch };
  if (absent < 2) return again(lookedAtMs + rules.readBackSpacingMs, seen);
  if (!mayResend(status, rules)) return again(rules.looksCost ? null : atMs + rules.slowLookMs, seen);
  return step('T11', status, {
    state: 'wait',
    notBeforeMs: atMs,
    doubtSinceMs: null,
    code: 'local:not-found-there',
    counters: { ...counters, ...seen, failedLooks: 0, autoResends: counters.autoResends + 1 },
  });
}

/** Class C is harmful or budgeted and is never repeated by itself. */
export const mayResend = (status: OpStatus, rules: Rules): boolean =>
  rules.resendClass !== 'C' && status.counters.autoResends < rules.maxAutoResends;

function lookedBeforeSending(status: OpStatus, event: EventOf<'looked'>, rules: Rules): Step | Refusal {
  const { result, atMs } = event;
  switch (result.kind) {
    case 'ours':
      return found(status);
    case 'foreign':
      return result.parcels > 0 ? foreign(status) : heldByOrder(status, atMs, rules, 'local:order-closed');
    case 'on-hold':
      return heldByOrder(status, atMs, rules, 'local:order-on-hold');
    case 'absent':
    case 'failed':
      return { refused: 'nothing' };
    default:
      return assertNever(result, 'look');
  }
}

/**
 * T7: the buyer holds the order, or it was closed or refunded without a parcel. The box stands here and must not leave:
 * a hold of this kind, other than a refusal, stops it (`stopped_box`).
 */
function heldByOrder(
  status: OpStatus,
  atMs: number,
  rules: Rules,
  code: 'local:order-closed' | 'local:order-on-hold',
): Step {
  const heldSinceMs = status.counters.heldSinceMs ?? atMs;
  return step('T7', status, {
    state: 'held',
    holdKind: 'business',
    code,
    notBeforeMs: Math.min(atMs + rules.holdRecheckMs, heldSinceMs + rules.maxHeldMs),
    counters: { ...status.counters, heldSinceMs },
  });
}

/** T15: a held order is, or still is, closed or refunded without a parcel. */
const closed = (status: OpStatus): Step =>
  step('T15', status, { state: 'rejected', holdKind: null, notBeforeMs: null, code: 'local:order-closed' });

function lookedWhileHeld(status: OpStatus, event: EventOf<'looked'>, rules: Rules): Step {
  const { result, atMs } = event;
  switch (result.kind) {
    case 'ours':
      return found(status);
    case 'foreign':
      return result.parcels > 0 ? foreign(status) : closed(status);
    case 'absent':
      if (status.holdKind === 'business')
        return step('T14', status, { state: 'ready', holdKind: null, notBeforeMs: atMs, code: null, message: '' });
      return stillHeld(status, atMs, rules);
    case 'on-hold':
    case 'failed':
      return stillHeld(status, atMs, rules);
    default:
      return assertNever(result, 'look');
  }
}

function stillHeld(status: OpStatus, atMs: number, rules: Rules): Step {
  const expiresAtMs = (status.counters.heldSinceMs ?? atMs) + rules.maxHeldMs;
  return step('still-held', status, { notBeforeMs: Math.min(atMs + rules.holdRecheckMs, expiresAtMs) });
}
