import { MINUTE_MS, SECOND_MS } from '../../../shared/kernel/time.ts';
import type { FaultInput } from '../../../electron/training/faults/fault.ts';
import type { ReplyClass } from '../../../shared/domain/platforms/reply-class.ts';
import type { Sayings } from './contestants.ts';

/**
 * What must come of one reply: what the client made of the first answer, the states the op went through, the shipments
 * the platform was asked for, and those that took effect. `tries` are the attempts charged to the op.
 */
export type Cell = {
  readonly verdict: ReplyClass['kind'] | 'not-sent';
  readonly states: string;
  readonly asked: number;
  readonly applied: number;
  readonly tries: number;
};

/** One kind of reply: how the practice platform is told to give it (null: it answers as it should), and what follows. */
export type ReplyKind = { readonly fault: (says: Sayings) => FaultInput | null; readonly expected: Cell };

const cell = (
  verdict: Cell['verdict'],
  states: string,
  [asked, applied]: readonly [number, number],
  tries = 0,
): Cell => ({
  verdict,
  states,
  asked,
  applied,
  tries,
});

/** Said "done" beyond doubt. */
export const DONE = cell('applied', 'sending shipped', [1, 1]);
/** Nobody can know; a look finds it. */
export const FOUND = cell('ambiguous', 'sending in_doubt shipped', [1, 1]);
/** Nobody can know; two looks a minute apart find nothing, so it goes once more. */
export const RESENT = cell('ambiguous', 'sending in_doubt wait sending shipped', [2, 1]);
/** Proven not applied, for a passing cause. */
export const RETRIED = cell('retry', 'sending wait sending shipped', [2, 1], 1);
/** The account's matter: its gate closes, opens after a harmless read, and no attempt is charged. */
export const GATED = cell('account', 'sending held ready sending shipped', [2, 1]);
export const REJECTED = cell('refused', 'sending rejected', [1, 0]);
/** The platform says somebody shipped it; a look decides whose shipment it was. */
export const LOOKED_OURS = cell('look-first', 'sending in_doubt shipped', [1, 1]);
export const LOOKED_REFUSED = cell('look-first', 'sending in_doubt rejected', [1, 0]);

const mode = (fault: FaultInput['mode'], expected: Cell, more: Partial<FaultInput> = {}): ReplyKind => ({
  fault: () => ({ mode: fault, ...more }),
  expected,
});
const says = (what: keyof Sayings, expected: Cell, more: Partial<FaultInput> = {}): ReplyKind => ({
  fault: (sayings) => ({ mode: 'answer', ...sayings[what], ...more }),
  expected,
});

/** The forty kinds of reply that every platform's client and the outbox behind it have to stand (RELIABILITY X7). */
export const REPLY_KINDS = {
  success: { fault: () => null, expected: DONE },
  'refused: wrong data': says('wrong-data', REJECTED),
  'refused: order on hold': says('order-on-hold', cell('business', 'sending held', [1, 0])),
  'refused: shop not set up': says('shop-set-up', cell('shop-setup', 'sending held', [1, 0])),
  'refused: account blocked': says('account-blocked', GATED),
  'refused: shipped already, not by us': says(
    'already-shipped',
    cell('look-first', 'sending in_doubt conflict', [1, 0]),
  ),
  'refused: shipped already, by us': says('already-shipped', LOOKED_OURS, { applies: 'now' }),
  'refused: busy': says('busy', RETRIED),
  'token expired': says('token', cell('applied', 'sending shipped', [2, 1])),
  'undocumented code': mode('answer', RESENT, { code: 9909001, message: 'something new' }),
  '-1, not applied': mode('minus-one-before', RESENT),
  '-1, applied': mode('minus-one-after', FOUND),
  '429': mode('too-many', RETRIED, { retryAfterS: 3 }),
  '403 without JSON': mode('forbidden', GATED),
  '502 HTML, not applied': mode('bad-gateway-before', RESENT),
  '502 HTML, applied': mode('bad-gateway-after', FOUND),
  '503 with Retry-After': mode('unavailable', RESENT, { retryAfterS: 7 }),
  '302 to a login page': mode('redirect', RESENT),
  '204, applied': mode('no-content-after', FOUND),
  '200 empty, applied': mode('empty-after', FOUND),
  '200 with an HTML page, applied': mode('page-after', FOUND),
  'truncated JSON, applied': mode('truncated-after', FOUND),
  'cut off inside the body, applied': mode('cut-off-after', FOUND),
  'reset, not applied': mode('reset-before', RESENT),
  'reset, applied': mode('reset-after', FOUND),
  'timeout, not applied': mode('silent-before', RESENT),
  'timeout, applied': mode('silent-after', FOUND),
  'reset, applied 30 s later': mode('late-apply', FOUND, { delayMs: 30 * SECOND_MS }),
  gzip: mode('gzip', DONE),
  'gzip bomb, applied': mode('gzip-bomb', FOUND),
  'slow drip, applied': mode('slow-drip', FOUND, { delayMs: MINUTE_MS }),
  'GBK charset': mode('gbk', DONE),
  'byte order mark': mode('bom', DONE),
  'trailing comma': mode('trailing-comma', DONE),
  'duplicate keys, applied': mode('duplicate-keys', FOUND),
  'code "0" as text, applied': mode('code-as-text', FOUND),
  'no code, applied': mode('code-missing', FOUND),
  'code 1e18, applied': mode('big-number', FOUND),
  'answered twice': mode('answered-twice', DONE),
  'answer about another order, applied': mode('other-order', FOUND),
} as const satisfies Record<string, ReplyKind>;
export type ReplyKindName = keyof typeof REPLY_KINDS;
