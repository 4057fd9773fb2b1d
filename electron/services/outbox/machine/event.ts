import type { LocalCode } from '../../../../shared/domain/outbox-reason.ts';
import type { AccountCause, ReplyClass } from '../../../../shared/domain/platforms/reply-class.ts';

/** What one call came to, as far as the rules care. `code` is the platform's, or `local:…` where it gave none. */
export type Answer = {
  /** `reached`: somebody answered, for example the token service; otherwise the network is down. */
  readonly verdict: { readonly kind: 'not-sent'; readonly reached: boolean } | ReplyClass;
  readonly code: string | null;
  readonly message: string;
  readonly requestId: string;
  readonly retryAfterMs?: number;
  /** Where the owner authorises the shop, for the gate. */
  readonly link?: string;
};

/**
 * What a look at the platform found. `on-hold` and `closed` come from the order itself and only before sending or for
 * a held op; `foreign` with `parcels: 0` is an order closed or refunded without a parcel.
 */
export type LookResult =
  | { readonly kind: 'ours' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'foreign'; readonly parcels: number }
  | { readonly kind: 'on-hold' }
  | { readonly kind: 'failed' };

/**
 * Everything that can happen to an op. `atMs` is the wall clock at the moment of the decision; `random` is in [0, 1);
 * `epoch` is the run of the app.
 */
export type OutboxEvent = { readonly atMs: number } & (
  | { readonly type: 'begun' }
  | { readonly type: 'answered'; readonly answer: Answer; readonly random: number; readonly onlineMs: number }
  /** `lookedAtMs`: when the look began, which is the moment its answer may be true for. */
  | { readonly type: 'looked'; readonly result: LookResult; readonly lookedAtMs: number; readonly epoch: number }
  /** A look before sending failed: the op waits without being charged with a try. */
  | { readonly type: 'postponed'; readonly random: number; readonly onlineMs: number }
  | { readonly type: 'process-started' }
  | { readonly type: 'restored' }
  | { readonly type: 'clock-jumped' }
  | { readonly type: 'gate-opened' }
  | { readonly type: 'held-too-long' }
  | { readonly type: 'network-returned' }
  | { readonly type: 'damaged'; readonly code: LocalCode }
  | { readonly type: PersonEventType }
);

/** A person's decisions; who, why and with what evidence stands in the audit row. */
export type PersonEventType =
  | 'hurried'
  | 'released'
  | 'cancelled'
  | 'replaced'
  | 'confirmed-shipped'
  | 'confirmed-not-shipped'
  | 'refused-by-person'
  | 'accepted-platform'
  | 'returned-to-doubt';

export type EventOf<Type extends OutboxEvent['type']> = OutboxEvent & { readonly type: Type };

/** What the worker has to do besides writing the new state, in the same transaction where it is durable. */
export type Effect =
  | { readonly kind: 'close-gate'; readonly cause: AccountCause; readonly link?: string }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'not-reached' };
