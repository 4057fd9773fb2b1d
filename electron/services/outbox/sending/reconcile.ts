import { type Order, type OrderFlag, shippableQuantity } from '../../../../shared/domain/order.ts';
import { linesOfSku, quantitiesPerSku } from '../../../../shared/domain/platforms/compose-quantities.ts';
import type { OpPayload, SendPayload } from '../../../../shared/domain/shipment.ts';
import type { Account, Platform, ReadBack, ReadFailure, ReadResult } from '../../platforms/platform.ts';
import { applyEvent, type Applied } from '../apply.ts';
import type { OutboxCore } from '../core.ts';
import type { LookResult } from '../machine/event.ts';
import type { ReadBackRecord } from '../store/evidence-store.ts';
import type { StoredOp } from '../store/op-row.ts';

/** What one look came to: for the machine, for the record, and the failure where it could not be made. */
export type Look = {
  readonly startedAtMs: number;
  readonly result: LookResult;
  readonly record: Omit<ReadBackRecord, 'atMs'>;
  readonly failure: ReadFailure | null;
};

/**
 * Asks the platform what it has for an op. In doubt and in conflict the parcel is looked for at once; before sending
 * and for a held op the order comes first: its flags decide, and only an order that shows parcels is read further.
 */
export async function look(
  core: OutboxCore,
  platform: Platform,
  account: Account,
  target: { readonly op: StoredOp; readonly payload: OpPayload },
): Promise<Look> {
  const startedAtMs = core.clock.now();
  const { op, payload } = target;
  const { state } = op.status;
  const orderFirst = state === 'ready' || state === 'wait' || state === 'held';
  try {
    const onOrder = orderFirst ? await lookAtOrder(core, platform, account, payload) : null;
    const found = onOrder ?? (await lookForParcel(platform, account, payload));
    return { startedAtMs, ...found };
  } catch (error) {
    core.log.error('platform-client-failed', { op: op.id, kind: error instanceof Error ? error.name : 'unknown' });
    return { startedAtMs, ...failed(null, 'client-failed') };
  }
}

type Found = Omit<Look, 'startedAtMs'>;

/** Null when the order alone does not say: it cannot be read here, or it shows parcels or a status of its own. */
async function lookAtOrder(
  core: OutboxCore,
  platform: Platform,
  account: Account,
  payload: OpPayload,
): Promise<Found | null> {
  if (platform.getOrder === undefined) return null;
  const order = await platform.getOrder(account, payload.orderId);
  if (!order.ok) return order.error.kind === 'not-found' ? seen('absent', order.error.kind) : unread(order);
  const { flags, status, parcels } = order.value;
  noteOrder(core, order.value);
  const holding = payload.kind === 'send' ? flags.filter((flag) => !isAnsweredBy(payload, flag)) : [];
  if (holding.length > 0) return { ...seen('absent', `flags: ${holding.join(', ')}`), result: { kind: 'on-hold' } };
  if (parcels.length > 0 || payload.kind !== 'send' || !isToShip(status)) return null;
  const { rawStatus } = order.value;
  return isStillWanted(order.value, payload)
    ? seen('absent', rawStatus)
    : { ...seen('absent', rawStatus), result: { kind: 'foreign', parcels: 0 } };
}

/** The desk learns what the look saw: a stop names its cause, and the bench rings for the box. */
function noteOrder({ knownOrders, events, clock }: OutboxCore, order: Order): void {
  if (knownOrders?.putPulled(order, clock.now()) === true) events.emit('orders.changed', [order.orderId]);
}

/** False where pieces of the box were refunded since it was packed. Goods the order does not name by these ids say nothing. */
const isStillWanted = (order: Order, { items }: SendPayload): boolean =>
  quantitiesPerSku(items).every((sku) => {
    const lines = linesOfSku(order, sku);
    return lines.length === 0 || lines.reduce((left, line) => left + shippableQuantity(line), 0) >= sku.quantity;
  });

/** A package that refuses the buyer's refund by a supervisor's choice is not held for that refund. */
const isAnsweredBy = (payload: SendPayload, flag: OrderFlag): boolean =>
  flag === 'after-sale' && payload.rejectRefund === true;

const isToShip = (status: Order['status']): boolean => status === 'to-ship' || status === 'part-shipped';

async function lookForParcel(platform: Platform, account: Account, payload: OpPayload): Promise<Found> {
  if (platform.readBack === undefined) return failed(null, 'cannot-look');
  const answer = await platform.readBack(account, payload);
  return answer.ok ? found(answer.value) : unread(answer);
}

function found(readBack: ReadBack): Found {
  if (readBack.kind !== 'foreign') return seen(readBack.kind, '');
  const { parcels, rawStatus } = readBack;
  return {
    result: { kind: 'foreign', parcels: parcels.length },
    record: { result: 'foreign', detail: rawStatus, parcels },
    failure: null,
  };
}

const seen = (kind: 'ours' | 'absent', detail: string): Found => ({
  result: { kind },
  record: { result: kind, detail, parcels: [] },
  failure: null,
});

const unread = (answer: ReadResult<unknown> & { ok: false }): Found =>
  failed(answer.error, [answer.error.kind, answer.error.code, answer.error.message].filter(Boolean).join(' '));

const failed = (failure: ReadFailure | null, detail: string): Found => ({
  result: { kind: 'failed' },
  record: { result: 'failed', detail: detail.slice(0, 300), parcels: [] },
  failure,
});

/** Writes a look as evidence and puts it to the machine, in one commit. The op is read again: it may have moved on. */
export function applyLook(core: OutboxCore, seq: number, seenNow: Look): Applied | null {
  return core.store.transaction(() => {
    const op = core.reader.bySeq(seq);
    if (op === null) return null;
    const atMs = core.clock.now();
    core.evidence.looked(seq, { atMs: seenNow.startedAtMs, ...seenNow.record });
    const { result, startedAtMs: lookedAtMs } = seenNow;
    return applyEvent(core, op, { type: 'looked', atMs, lookedAtMs, result, epoch: core.epoch });
  });
}
