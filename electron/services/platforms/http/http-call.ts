import type { NetworkReason } from '../../../../shared/domain/platforms/network-reason.ts';
import type { SendPhase } from '../platform.ts';

/** One request: everything about it is decided before the socket opens. */
export type HttpCall = {
  readonly method: 'GET' | 'POST';
  /** https, or http to this machine; http to anywhere else only with `allowPlainHttp`. May carry a token in its query: never logged. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Limit of the whole call, dialling and a dripping body included, in ms. */
  readonly timeoutMs: number;
  /** `http://[user:password@]host:port`, or null to connect directly. */
  readonly proxy: string | null;
  /**
   * Lets this one call leave unencrypted. Only for a platform that has nothing but http, and only where an admin has
   * switched it on for the shop.
   */
  readonly allowPlainHttp?: boolean;
};

/** A complete answer: any HTTP status, its whole body as text. */
export type HttpAnswer = {
  readonly ok: true;
  readonly phase: 'answered';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The server's own clock from its `Date` header, epoch ms. */
  readonly serverTimeMs: number | null;
  /** From `Retry-After`, in ms. */
  readonly retryAfterMs: number | null;
  readonly bodySha256: string;
};

/** No usable answer. `phase` says how far the request got: `none` proves that none of it left this machine. */
export type HttpFailure = {
  readonly ok: false;
  readonly phase: SendPhase;
  readonly reason: NetworkReason;
  /** For the log and the expert's view; holds no address query, header or body. */
  readonly message: string;
  /** The status, where at least the head of an answer came. */
  readonly status: number | null;
  readonly bodySha256: string;
};

/** Makes exactly one request and never throws. */
export type HttpRequest = (call: HttpCall) => Promise<HttpAnswer | HttpFailure>;

/** A failed step on the way to an answer. */
export type NetworkFault = { readonly reason: NetworkReason; readonly message: string };
