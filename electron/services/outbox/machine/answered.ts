import { assertNever } from '../../../../shared/kernel/exhaustive.ts';
import { backoffMs } from '../backoff.ts';
import type { OutboxPolicy } from '../policy.ts';
import type { Answer, EventOf } from './event.ts';
import type { OpFacts, OpStatus } from './op-status.ts';
import { FORBIDDEN, type Refusal, type Step, step } from './transitions.ts';

/** What the end of a call makes of an op that is being sent: T3 to T7, T10 and T22. */
export function onAnswered(
  status: OpStatus,
  event: EventOf<'answered'>,
  policy: OutboxPolicy & OpFacts,
): Step | Refusal {
  if (status.state !== 'sending') return FORBIDDEN;
  const { answer, atMs } = event;
  const told = { code: answer.code, message: answer.message, requestId: answer.requestId };
  const { verdict } = answer;
  switch (verdict.kind) {
    case 'applied':
      return step('T3', status, { ...told, state: 'shipped', proof: 'response', notBeforeMs: null });
    case 'not-sent':
      return notApplied(status, event, policy, { ...verdict, minWaitMs: 0, maxTries: policy.maxTries });
    case 'retry':
      return notApplied(status, event, policy, { ...verdict, reached: true });
    case 'token':
      return held(status, event, policy, 'account', Infinity, [{ kind: 'close-gate', cause: 'credentials' }]);
    case 'account':
      return held(status, event, policy, 'account', Infinity, [
        { kind: 'close-gate', cause: verdict.cause, ...(answer.link === undefined ? {} : { link: answer.link }) },
      ]);
    case 'shop-setup':
      return held(status, event, policy, 'shop-setup', Infinity, []);
    case 'business':
      return held(status, event, policy, 'business', verdict.recheckMs, []);
    case 'refused':
      return step('T6', status, { ...told, state: 'rejected', notBeforeMs: null });
    case 'conflict':
      return step('T10', status, { ...told, state: 'conflict', notBeforeMs: null });
    case 'look-first':
      return doubt(status, event, policy, atMs, verdict.otherwise);
    case 'ambiguous':
      return doubt(status, event, policy, atMs + policy.settleMs, null);
    default:
      return assertNever(verdict, 'verdict');
  }
}

/**
 * T5. The settle time runs from here: the call has ended, so no later byte of it can leave. Where the platform cannot
 * be asked, a person has to say what became of it.
 */
function doubt(
  status: OpStatus,
  { answer, atMs }: EventOf<'answered'>,
  { canLook }: OpFacts,
  lookAtMs: number,
  lookFirst: 'refused' | 'conflict' | null,
): Step {
  const counters = {
    ...status.counters,
    settleUntilMs: lookAtMs,
    absent: 0,
    lastAbsentAtMs: null,
    absentEpoch: null,
    failedLooks: 0,
    lookFirst,
  };
  return step(
    'T5',
    status,
    { ...toldOf(answer), state: 'in_doubt', doubtSinceMs: atMs, notBeforeMs: canLook ? lookAtMs : null, counters },
    lookFirst === null ? [{ kind: 'ambiguous' }] : [],
  );
}

type TryLimits = { readonly minWaitMs: number; readonly maxTries: number; readonly reached: boolean };

/** T4, or T22 when the tries or a whole day online are used up. Only a proof of "not applied" leads here. */
function notApplied(status: OpStatus, event: EventOf<'answered'>, policy: OutboxPolicy, limits: TryLimits): Step {
  const { answer, atMs } = event;
  const { counters } = status;
  const codeTries = counters.retryCode === answer.code ? counters.retryCodeTries + 1 : 1;
  const next = {
    ...counters,
    tries: counters.tries + 1,
    retryCode: answer.code,
    retryCodeTries: codeTries,
    onlineMs: counters.onlineMs + onlineShare(status, atMs, event.onlineMs),
    lastTryAtMs: atMs,
  };
  const effects = limits.reached ? [] : ([{ kind: 'not-reached' }] as const);
  const spent = next.tries >= policy.maxTries || codeTries >= limits.maxTries || next.onlineMs >= policy.maxOnlineMs;
  if (spent) return giveUp(status, { ...toldOf(answer), counters: next }, atMs, policy, effects);
  const delay = backoffMs({
    tries: next.tries,
    random: event.random,
    baseMs: policy.backoffBaseMs,
    capMs: policy.backoffCapMs,
    minWaitMs: limits.minWaitMs,
    retryAfterMs: answer.retryAfterMs ?? 0,
    retryAfterCapMs: policy.retryAfterCapMs,
  });
  return step('T4', status, { ...toldOf(answer), state: 'wait', notBeforeMs: atMs + delay, counters: next }, effects);
}

/** T22. A held op is looked at again when its time is up, which then ends in T15. */
export function giveUp(
  status: OpStatus,
  change: Partial<OpStatus> & Pick<OpStatus, 'counters'>,
  atMs: number,
  policy: OutboxPolicy,
  effects: Step['effects'],
): Step {
  return step(
    'T22',
    status,
    {
      ...change,
      state: 'held',
      holdKind: 'tries',
      notBeforeMs: atMs + policy.maxHeldMs,
      counters: { ...change.counters, heldSinceMs: atMs },
    },
    effects,
  );
}

/** Online time to charge: never more than has passed since the try before. */
export const onlineShare = (status: OpStatus, atMs: number, onlineMs: number): number =>
  status.counters.lastTryAtMs === null ? 0 : Math.max(0, Math.min(onlineMs, atMs - status.counters.lastTryAtMs));

/** T7. A cause that comes back after a re-check keeps its first date, so that seven days are seven days. */
function held(
  status: OpStatus,
  { answer, atMs }: EventOf<'answered'>,
  policy: OutboxPolicy,
  holdKind: 'account' | 'shop-setup' | 'business',
  recheckMs: number,
  effects: Step['effects'],
): Step {
  const heldSinceMs = status.counters.heldSinceMs ?? atMs;
  const change = {
    ...toldOf(answer),
    state: 'held' as const,
    holdKind,
    notBeforeMs: Math.min(atMs + recheckMs, heldSinceMs + policy.maxHeldMs),
    counters: { ...status.counters, heldSinceMs },
  };
  return step('T7', status, change, effects);
}

const toldOf = ({ code, message, requestId }: Answer): Pick<OpStatus, 'code' | 'message' | 'requestId'> => ({
  code,
  message,
  requestId,
});
