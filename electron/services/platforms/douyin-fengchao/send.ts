import { createHash } from 'node:crypto';
import { BATCH_MOST } from '../../../../shared/domain/platforms/douyin-fengchao/capabilities.ts';
import { goesAsPack } from '../../../../shared/domain/platforms/douyin-fengchao/split.ts';
import type { SendPayload } from '../../../../shared/domain/shipment.ts';
import { unsendable } from '../http/unsent.ts';
import type { Account, SendOutcome } from '../platform.ts';
import { call, type CallDeps } from './call.ts';
import { classify } from './classify.ts';
import { optionsOf, secretsOf } from './options.ts';
import { requestData, wireEntry, type WireEntry } from './wire.ts';

/** Sends shipments of one shop. */
export type Sender = {
  readonly send: (account: Account, payload: SendPayload, timeoutMs: number) => Promise<SendOutcome>;
  /** One request for all; one outcome each, in the order given. */
  readonly sendBatch: (
    account: Account,
    payloads: readonly SendPayload[],
    timeoutMs: number,
  ) => Promise<readonly SendOutcome[]>;
};

/**
 * True where a shipment may share a call: whole orders only, for whether one bad split fails its neighbours is not
 * published; and nothing that refuses a refund, which cannot be taken back and so gets an answer of its own.
 */
export const mayShareCall = (payload: SendPayload): boolean => !goesAsPack(payload) && payload.rejectRefund !== true;

/** Creates the sender: one request each time, never repeated, for nothing in an answer asks for a second one. */
export function createSender(deps: CallDeps): Sender {
  const sendBatch: Sender['sendBatch'] = async (account, payloads, timeoutMs) => {
    guardBatch(payloads);
    const wires = payloads.map((payload) => wireEntry(payload, optionsOf(account)));
    const asked = wires.flatMap((wire) => (wire.ok ? [wire.value] : []));
    const outcomes = asked.length === 0 ? [] : await sendEntries(deps, account, asked, timeoutMs);
    const answered = new Map(asked.map((entry, index) => [entry.orderId, outcomes[index]]));
    return wires.map((wire) => {
      if (!wire.ok) return unsendable(wire.error);
      const outcome = answered.get(wire.value.orderId);
      if (outcome === undefined) throw new Error('An asked order has no outcome');
      return outcome;
    });
  };
  return {
    sendBatch,
    send: async (account, payload, timeoutMs) => {
      const wire = wireEntry(payload, optionsOf(account));
      if (!wire.ok) return unsendable(wire.error);
      const [outcome] = await sendEntries(deps, account, [wire.value], timeoutMs);
      if (outcome === undefined) throw new Error('An asked order has no outcome');
      return outcome;
    },
  };
}

async function sendEntries(
  deps: CallDeps,
  account: Account,
  asked: readonly WireEntry[],
  timeoutMs: number,
): Promise<readonly SendOutcome[]> {
  const [first] = asked;
  if (first === undefined) return [];
  const data = requestData(asked);
  const aheadMs = deps.watch.outside(account.baseUrl);
  if (aheadMs !== null) return asked.map(() => clockWrong(aheadMs, data));
  const fields = [['request_data', data]] as const;
  const result = await call(deps, { account, path: first.path, fields, timeoutMs });
  const { outcomes, foreign } = classify(result, asked, secretsOf(account));
  if (foreign > 0) deps.log.error('platform.foreign-items', { shop: account.shopId, foreign, asked: asked.length });
  return outcomes;
}

/** Whoever fills a batch keeps to these; a breach is a defect and sends nothing. */
function guardBatch(payloads: readonly SendPayload[]): void {
  if (payloads.length > BATCH_MOST) throw new RangeError(`A call holds at most ${BATCH_MOST} shipments`);
  if (new Set(payloads.map((payload) => payload.orderId)).size < payloads.length)
    throw new RangeError('A call holds one shipment of an order');
  if (!payloads.every(mayShareCall))
    throw new RangeError('A package of a split order, or one that refuses a refund, goes alone');
}

/** The gateway has just refused us and its clock is too far from ours: what we sign now would be refused as well. */
const clockWrong = (aheadMs: number, data: string): SendOutcome => ({
  phase: 'none',
  httpStatus: null,
  code: 'gateway:clock',
  message: `our clock is ${Math.round(Math.abs(aheadMs) / 1_000)} s ${aheadMs > 0 ? 'ahead' : 'behind'}`,
  requestId: '',
  verdict: { kind: 'account', cause: 'clock' },
  bodySha256: createHash('sha256').update(data).digest('hex'),
});
