import type { LocalCode } from '../../../../shared/domain/outbox-reason.ts';
import { NetworkReasonSchema } from '../../../../shared/domain/platforms/network-reason.ts';
import { assertNever } from '../../../../shared/kernel/exhaustive.ts';
import type { Account, Platform, SendOutcome } from '../../platforms/platform.ts';
import { applyEvent } from '../apply.ts';
import type { Claimed, OutboxCore } from '../core.ts';
import { isChainBroken } from '../people/corrections.ts';
import type { Answer, Effect } from '../machine/event.ts';
import { readPayload } from '../store/payload.ts';

/**
 * T2 for the ops of one call in one commit: after it returns, and only then, may a socket open for them (I-2). Ops that
 * are no longer due are left out; ops whose bytes are damaged are quarantined (T20).
 */
export function claim(core: OutboxCore, seqs: readonly number[]): readonly Claimed[] {
  return core.store.transaction(() =>
    seqs.flatMap((seq): Claimed[] => {
      const op = core.reader.bySeq(seq);
      if (op === null) return [];
      const atMs = core.clock.now();
      const payload = op.readable ? readPayload(op) : null;
      if (payload === null) {
        applyEvent(core, op, { type: 'damaged', atMs, code: 'local:payload-damaged' });
        return [];
      }
      const begun = applyEvent(core, op, { type: 'begun', atMs });
      if (!begun.moved) return [];
      core.evidence.begin(seq, begun.op.status.counters.attempts, atMs);
      return [{ op: begun.op, payload }];
    }),
  );
}

/**
 * Makes the one call of an attempt, for one op or for several together; one outcome each, in their order. Never throws:
 * a client that breaks off, or leaves an op without an answer, leaves all outcomes unknown.
 */
export async function callPlatform(
  core: OutboxCore,
  { platform, account }: ShopCall,
  claimed: readonly Claimed[],
): Promise<readonly SendOutcome[]> {
  try {
    const outcomes = await makeCall(core, { platform, account }, claimed);
    if (outcomes.length === claimed.length) return outcomes;
    throw new Error('A call has one outcome for each of its ops');
  } catch (error) {
    const ops = claimed.map(({ op }) => op.id).join(' ');
    core.log.error('platform-client-failed', { ops, kind: error instanceof Error ? error.name : 'unknown' });
    return claimed.map(() => NO_ANSWER);
  }
}

/** A shop opened for a call. */
export type ShopCall = { readonly platform: Platform; readonly account: Account };

async function makeCall(
  core: OutboxCore,
  { platform, account }: ShopCall,
  claimed: readonly Claimed[],
): Promise<readonly SendOutcome[]> {
  const { callTimeoutMs, batchTimeoutMs } = core.policyOf(account.shopId);
  const shipments = claimed.flatMap(({ payload }) => (payload.kind === 'send' ? [payload] : []));
  if (claimed.length > 1 && shipments.length === claimed.length && platform.batch !== undefined)
    return platform.batch.send(account, shipments, batchTimeoutMs);
  const [only] = claimed;
  if (only === undefined || claimed.length > 1) return [];
  const { op, payload } = only;
  if (payload.kind === 'send') return [await platform.send(account, payload, callTimeoutMs)];
  if (isChainBroken(core, op, payload)) return [CHAIN_BROKEN];
  if (platform.correct !== undefined) return [await platform.correct(account, payload, callTimeoutMs)];
  return [{ ...NO_ANSWER, phase: 'none', verdict: { kind: 'refused', defect: true } }];
}

const NO_ANSWER: SendOutcome = {
  phase: 'body-sent',
  httpStatus: null,
  code: 'local:client-failed',
  message: '',
  requestId: '',
  verdict: { kind: 'ambiguous' },
  bodySha256: '',
};

const CHAIN_BROKEN: SendOutcome = {
  ...NO_ANSWER,
  phase: 'none',
  code: 'local:chain-broken',
  verdict: { kind: 'refused', defect: false, field: 'waybill' },
};

/** One op of a call and what the call came to for it. */
export type Ended = { readonly claimed: Claimed; readonly outcome: SendOutcome };

/**
 * Writes how the attempts of a call ended and what that makes of each op, in one commit. An answer that comes after an
 * op has moved on (it cannot while it is being sent) changes nothing.
 */
export function finish(core: OutboxCore, ended: readonly Ended[]): readonly Effect[] {
  return core.store.transaction(() => ended.flatMap((each) => finishOne(core, each)));
}

function finishOne(core: OutboxCore, { claimed: { op }, outcome }: Ended): readonly Effect[] {
  const current = core.reader.bySeq(op.seq);
  const no = op.status.counters.attempts;
  if (current === null || current.status.state !== 'sending' || current.status.counters.attempts !== no) return [];
  const atMs = core.clock.now();
  const answer = answerOf(outcome);
  core.evidence.end(op.seq, no, {
    endedAtMs: atMs,
    phase: outcome.phase,
    httpStatus: outcome.httpStatus,
    code: answer.code,
    message: answer.message,
    requestId: outcome.requestId,
    verdict: outcome.verdict.kind,
    bodySha256: outcome.bodySha256,
  });
  const onlineMs = core.reach.onlineMs(op.shopId);
  return applyEvent(core, current, { type: 'answered', atMs, answer, random: core.random(), onlineMs }).effects;
}

/** Longest text of a platform that is kept. */
const MESSAGE_CHARS = 500;

function answerOf(outcome: SendOutcome): Answer {
  return {
    verdict:
      outcome.verdict.kind === 'not-sent'
        ? { kind: 'not-sent', reached: !NOBODY_THERE.has(outcome.verdict.reason) }
        : outcome.verdict,
    code: outcome.code ?? localCode(outcome),
    message: outcome.message.slice(0, MESSAGE_CHARS),
    requestId: outcome.requestId,
    ...(outcome.retryAfterMs === undefined ? {} : { retryAfterMs: outcome.retryAfterMs }),
    ...(outcome.link === undefined ? {} : { link: outcome.link }),
  };
}

/** Reasons of `not-sent` that mean the platform could not be reached at all. */
const NOBODY_THERE: ReadonlySet<string> = new Set([
  'offline',
  'timeout',
  'dns',
  'refused',
  'unreachable',
  'connect-timeout',
  'tls',
  'proxy',
  'reset',
]);

/** What to call an outcome the platform gave no code for. */
function localCode({ verdict, phase, httpStatus, network }: SendOutcome): LocalCode | null {
  if (verdict.kind === 'applied') return null;
  if (network !== undefined) return `local:${network}`;
  if (verdict.kind === 'not-sent') {
    const reason = NetworkReasonSchema.safeParse(verdict.reason);
    return reason.success
      ? `local:${reason.data}`
      : NOBODY_THERE.has(verdict.reason)
        ? 'local:unreachable'
        : 'local:http-status';
  }
  switch (phase) {
    case 'answered':
      return httpStatus === 200 ? 'local:wrong-answer' : 'local:http-status';
    case 'none':
      return 'local:client-failed';
    case 'connected':
    case 'body-sent':
      return 'local:reset';
    default:
      return assertNever(phase, 'send phase');
  }
}
