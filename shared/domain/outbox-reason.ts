import { z } from 'zod';
import { NetworkReasonSchema } from './platforms/network-reason.ts';

/**
 * Reasons of our own for the state of an op, written as the code `local:<reason>` where the platform gave none.
 * The first ones are the socket's own words ({@link NetworkReasonSchema}); the outbox decides the rest:
 *
 * - `wrong-answer`, `http-status`: an answer came and does not say what became of the shipment.
 * - `client-failed`: our own client broke off during the call; treated as outcome unknown.
 * - `crashed`: the app ended while the call was open; `crash-loop`: it did so three times with this op.
 * - `payload-damaged`: the saved bytes no longer fit their hash or cannot be read; `rule-broken`: a defect of ours.
 * - `tries-spent`: eight tries or a day online, all proven not applied.
 * - `credentials-missing`: the shop has no usable credentials on this machine; `gate-closed`: the account is blocked.
 * - `order-on-hold`: a look before sending found an open after-sale, address change or the like.
 * - `order-closed`: a look found the order closed or refunded without any parcel.
 * - `hold-expired`: held for seven days without its cause going away.
 * - `not-found-there`, `look-failed`, `shipped-otherwise`: what a look at the platform came to.
 * - `restored`, `journal`: entered again after a restore or out of the scan journal.
 * - `chain-broken`: a correction of a waybill that the correction before it never brought.
 * - `operator-…`, `replaced`: a person's decision.
 */
export const OutboxReasonSchema = z.enum([
  ...NetworkReasonSchema.options,
  'wrong-answer',
  'http-status',
  'client-failed',
  'crashed',
  'crash-loop',
  'payload-damaged',
  'rule-broken',
  'tries-spent',
  'credentials-missing',
  'gate-closed',
  'order-on-hold',
  'order-closed',
  'hold-expired',
  'not-found-there',
  'shipped-otherwise',
  'look-failed',
  'chain-broken',
  'restored',
  'journal',
  'operator-shipped',
  'operator-not-shipped',
  'operator-cancelled',
  'operator-accepted',
  'operator-released',
  'replaced',
]);
export type OutboxReason = z.infer<typeof OutboxReasonSchema>;

/** The code an op carries for a reason of our own. */
export type LocalCode = `local:${OutboxReason}`;

/** All codes of our own, for messages and checks. */
export const LOCAL_CODES: readonly LocalCode[] = OutboxReasonSchema.options.map((reason) => `local:${reason}` as const);
