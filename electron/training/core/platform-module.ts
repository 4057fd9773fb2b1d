import type { Call } from './call.ts';
import type { Reply } from './reply.ts';

/** What a platform call does: only `send` and `correct` change an order. */
export type CallKind = 'token' | 'read' | 'send' | 'correct';

/** A call together with the number the ledger gave it. */
export type NumberedCall = Call & { readonly request: string };

/** One address of a platform. `handle` runs to its end without a pause, so what it applies is applied at once. */
export type Endpoint = {
  readonly kind: CallKind;
  readonly handle: (call: NumberedCall) => Reply;
};

/** One imitated platform. Adding a platform means adding one of these in a folder of its own. */
export type PlatformModule = {
  readonly platform: string;
  readonly endpoints: ReadonlyMap<string, Endpoint>;
  /** The order a call is about, for fault scopes and the ledger; empty where it names none. */
  readonly orderIdOf: (call: Call) => string;
  /** The platform's way of answering a call with a given result code, known to its document or not. */
  readonly answerCode: (code: number, message: string | undefined, call: Call) => Reply;
  /** The code with which the platform says "too busy, nothing was done". */
  readonly busyCode: number;
  /** A plain success, in the platform's own form. */
  readonly codeField: string;
};
