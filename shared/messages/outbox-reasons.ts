import { z } from 'zod';
import { NetworkReasonSchema } from '../domain/platforms/network-reason.ts';
import type { Actor, BoxAction } from '../domain/platforms/reply-class.ts';

/**
 * Reasons of our own an op may carry as its code, written `local:<reason>`. Those of the network come from the socket
 * and are the same words as {@link NetworkReasonSchema}; the rest is decided by the outbox.
 */
export const OutboxReasonSchema = z.enum([
  ...NetworkReasonSchema.options,
  'wrong-answer',
  'http-status',
  'crashed',
  'crash-loop',
  'payload-damaged',
  'tries-spent',
  'not-found-there',
  'shipped-otherwise',
  'look-failed',
  'gate-closed',
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

/** Who acts on a reason of our own, and what happens to the box meanwhile. */
export const OUTBOX_REASON_CARE: Readonly<Record<OutboxReason, { readonly actor: Actor; readonly box: BoxAction }>> = {
  'bad-address': { actor: 'admin', box: 'ship' },
  'plain-http': { actor: 'admin', box: 'ship' },
  dns: { actor: 'nobody', box: 'ship' },
  refused: { actor: 'nobody', box: 'ship' },
  unreachable: { actor: 'nobody', box: 'ship' },
  'connect-timeout': { actor: 'nobody', box: 'ship' },
  tls: { actor: 'admin', box: 'ship' },
  proxy: { actor: 'admin', box: 'ship' },
  reset: { actor: 'nobody', box: 'ship' },
  timeout: { actor: 'nobody', box: 'ship' },
  truncated: { actor: 'nobody', box: 'ship' },
  'too-large': { actor: 'nobody', box: 'ship' },
  'bad-encoding': { actor: 'nobody', box: 'ship' },
  'bad-http': { actor: 'nobody', box: 'ship' },
  'wrong-answer': { actor: 'nobody', box: 'ship' },
  'http-status': { actor: 'nobody', box: 'ship' },
  crashed: { actor: 'nobody', box: 'ship' },
  'crash-loop': { actor: 'admin', box: 'keep' },
  'payload-damaged': { actor: 'admin', box: 'keep' },
  'tries-spent': { actor: 'lead', box: 'keep' },
  'not-found-there': { actor: 'nobody', box: 'ship' },
  'shipped-otherwise': { actor: 'lead', box: 'keep' },
  'look-failed': { actor: 'nobody', box: 'ship' },
  'gate-closed': { actor: 'admin', box: 'ship' },
  restored: { actor: 'nobody', box: 'ship' },
  journal: { actor: 'nobody', box: 'ship' },
  'operator-shipped': { actor: 'nobody', box: 'none' },
  'operator-not-shipped': { actor: 'nobody', box: 'ship' },
  'operator-cancelled': { actor: 'nobody', box: 'keep' },
  'operator-accepted': { actor: 'nobody', box: 'none' },
  'operator-released': { actor: 'nobody', box: 'ship' },
  replaced: { actor: 'nobody', box: 'none' },
};
