import type { Carrier } from '../../../shared/domain/carrier.ts';
import type { Order, ShippedParcel } from '../../../shared/domain/order.ts';
import type { NetworkReason } from '../../../shared/domain/platforms/network-reason.ts';
import type { AccountCause, ReplyClass } from '../../../shared/domain/platforms/reply-class.ts';
import type { PlatformCapabilities } from '../../../shared/domain/platforms/capabilities.ts';
import type { ResendClass } from '../../../shared/domain/op.ts';
import type { CorrectPayload, OpPayload, SendPayload } from '../../../shared/domain/shipment.ts';
import type { ExactJson } from '../../../shared/kernel/json.ts';

/** A shop's account as a platform client is handed it for one call. Secrets live here and nowhere else. */
export type Account = {
  readonly shopId: string;
  /** Base address without trailing slash. */
  readonly baseUrl: string;
  /** The credential fields of the platform's capabilities, by name. */
  readonly credentials: Readonly<Record<string, string>>;
  /** An admin has switched unencrypted http on for this shop; without it http leaves this machine for no shop. */
  readonly allowPlainHttp?: boolean;
};

/** How far a request got, from the socket's own events: `none` proves that no byte left the machine. */
export type SendPhase = 'none' | 'connected' | 'body-sent' | 'answered';

/** What one mutation call came to, before any state is chosen. */
export type SendOutcome = {
  readonly phase: SendPhase;
  /** The HTTP status, null without an answer. */
  readonly httpStatus: number | null;
  /** The platform's code as text, null where it gave none. */
  readonly code: string | null;
  /** The platform's own words, redacted and at most 500 characters; display data only, never matched on. */
  readonly message: string;
  /** The platform's request id (`rid`), empty where there is none. */
  readonly requestId: string;
  /**
   * What to do next; decide on this alone. `not-sent`: nothing of this shipment left, for a passing cause (`reason` is a
   * network reason or a read failure's kind). With phase `none` it may also be `account` (the token was refused) or
   * `refused` (the payload cannot be put on the wire); with phase `answered`, what the answer means.
   */
  readonly verdict: { readonly kind: 'not-sent'; readonly reason: string } | ReplyClass;
  /** What the socket saw, where no usable answer came. */
  readonly network?: NetworkReason;
  /** Wait the platform asked for (Retry-After), in ms. */
  readonly retryAfterMs?: number;
  /** What the platform charged for the call, in its own points; absent where it says nothing. Also told to `onCharge`. */
  readonly charge?: number;
  /** Where a person authorises the shop. Text to show, also as a QR code; never opened by the app. */
  readonly link?: string;
  /** SHA-256 (hex) of the bytes of the request body. */
  readonly bodySha256: string;
};

/** Why a read (orders, carriers, token, read-back) failed. */
export type ReadFailure = {
  readonly kind: 'offline' | 'timeout' | 'account' | 'busy' | 'not-found' | 'bad-answer' | 'refused';
  readonly cause?: AccountCause;
  /** What the socket saw, where no usable answer came: tells DNS, a refused port and TLS apart. */
  readonly network?: NetworkReason;
  readonly httpStatus: number | null;
  readonly code: string | null;
  readonly message: string;
  readonly requestId: string;
  /** Where a person authorises the shop. Text to show, never opened by the app. */
  readonly link?: string;
};
export type ReadResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: ReadFailure };

/**
 * What a look at the platform proves about one op.
 * `ours`: our waybill with our goods is there. `absent`: the platform could tell, and it is not there.
 * `foreign`: the order was shipped, closed or refunded with facts that are not ours; `parcels` is the evidence.
 */
export type ReadBack =
  | { readonly kind: 'ours' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'foreign'; readonly parcels: readonly ShippedParcel[]; readonly rawStatus: string };

/** A window of orders by their time of change, epoch ms. */
export type OrderWindow = { readonly fromMs: number; readonly toMs: number };

/** What an order can be looked up by when its own number is not at hand. */
export type OrderSearch =
  | { readonly by: 'waybill'; readonly waybill: string }
  /** The number the selling shop knows the order under, where the platform gives it another one. */
  | { readonly by: 'shop-order'; readonly orderId: string };

/** An order the platform names and whose answer makes no sense here. */
export type UnreadOrder = { readonly orderId: string; readonly failure: ReadFailure };

/** The orders of a list, oldest change first, each once as it was read last; beside them the items that cannot be read. */
export type ListedOrders = { readonly orders: readonly Order[]; readonly unread: readonly UnreadOrder[] };

/** What the test of a connection found: the exact step that failed, or how many carriers the shop has. */
export type ConnectionReport = { readonly carriers: number; readonly serverTimeMs: number | null };

/** Whether the owner has let the aggregator act for the shop; if not, its refusal, whose link is where that is done. */
export type Authorisation =
  | { readonly authorised: true }
  | { readonly authorised: false; readonly refusal: ReadFailure & { readonly kind: 'account' } };

/** Money a platform took for one call, in its own points. */
export type Charge = {
  readonly shopId: string;
  readonly path: string;
  /** Empty where the call is not about one order. */
  readonly orderId: string;
  readonly points: number;
};

/**
 * Several shipments in one request. `send` makes exactly one, never retries, and gives one outcome for each payload in
 * the order given; after a timeout each of them is looked up by itself and the batch is never sent again. It takes at
 * most `capabilities.batch.most` payloads that `takes` allows, one for each order; anything else is a defect and throws
 * before a byte leaves.
 */
export type BatchSender = {
  readonly takes: (payload: SendPayload) => boolean;
  readonly send: (
    account: Account,
    payloads: readonly SendPayload[],
    timeoutMs: number,
  ) => Promise<readonly SendOutcome[]>;
};

/** A carrier list, the whole answer it was read from, and the clock of the server that gave it. */
export type CarrierReply = {
  readonly carriers: readonly Carrier[];
  /** What the platform answered, kept so that it can be read anew without a call. */
  readonly raw: ExactJson;
  readonly serverTimeMs: number | null;
};

/**
 * One platform as the app uses it (ARCHITECTURE 8): a record of what it can do. A missing member means the platform
 * cannot do it. Reads may be repeated; `send` and `correct` make exactly one request each and never retry.
 */
export type Platform = {
  readonly capabilities: PlatformCapabilities;
  readonly checkConnection: (account: Account) => Promise<ReadResult<ConnectionReport>>;
  readonly listCarriers?: (account: Account) => Promise<ReadResult<CarrierReply>>;
  /** Reads the carriers out of an answer kept from before; null where this version finds none in it. */
  readonly carriersIn?: (raw: ExactJson) => readonly Carrier[] | null;
  /** Order ids changed in the window, oldest first, across all pages; the client cuts the window to the platform's rules. */
  readonly listOrderIds?: (account: Account, window: OrderWindow) => Promise<ReadResult<readonly string[]>>;
  /** The same where the list holds whole orders. Such a platform has no `listOrderIds`. */
  readonly listOrders?: (account: Account, window: OrderWindow) => Promise<ReadResult<ListedOrders>>;
  readonly getOrder?: (account: Account, orderId: string) => Promise<ReadResult<Order>>;
  /** Ids of the orders a search finds; none where nothing fits. */
  readonly findOrderIds?: (account: Account, search: OrderSearch) => Promise<ReadResult<readonly string[]>>;
  readonly resendClass: (payload: OpPayload) => ResendClass;
  /** Makes one request. A stale token is refreshed once beforehand or on the listed token codes, the request then made once more. */
  readonly send: (account: Account, payload: SendPayload, timeoutMs: number) => Promise<SendOutcome>;
  /** Sends several shipments of one shop in one request, where the platform has such a call. */
  readonly batch?: BatchSender;
  readonly correct?: (account: Account, payload: CorrectPayload, timeoutMs: number) => Promise<SendOutcome>;
  readonly readBack?: (account: Account, payload: OpPayload) => Promise<ReadResult<ReadBack>>;
  /** Asks whether the shop is authorised, for platforms behind an aggregator. */
  readonly authorise?: (account: Account) => Promise<ReadResult<Authorisation>>;
  /** Drops what is cached for an account (its token), for example after new credentials. */
  readonly forget: (shopId: string) => void;
};
