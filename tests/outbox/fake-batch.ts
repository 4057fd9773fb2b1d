import type { SendOutcome } from '../../electron/services/platforms/platform.ts';
import { channelsCapabilities } from '../../shared/domain/platforms/wechat-channels/capabilities.ts';
import type { SendPayload } from '../../shared/domain/shipment.ts';
import { APPLIED, createFakePlatform, type Script, UNREACHABLE } from './fake-platform.ts';

/** What one batch comes to: an answer for each order, told once `waitFor` is there. */
export type BatchScript = {
  readonly answers?: (payload: SendPayload, index: number) => Script;
  readonly waitFor?: Promise<unknown>;
  /** Looks around at the moment the request arrives. */
  readonly onArrival?: (orderIds: readonly string[]) => void;
  /** Leaves out outcomes, or breaks off altogether. */
  readonly returns?: (outcomes: readonly SendOutcome[]) => readonly SendOutcome[];
};

/** The fake platform with a call for many whole orders, a ledger of calls beside its ledger of shipments. */
export function createBatchPlatform() {
  const batches: { readonly orderIds: readonly string[]; readonly timeoutMs: number }[] = [];
  const scripts: BatchScript[] = [];
  const inFlight = { now: 0, most: 0 };
  const fake = createFakePlatform({
    capabilities: { ...channelsCapabilities, batch: { usual: 20, most: 100 } },
    resendClass: (payload) =>
      payload.kind === 'correct' || payload.rejectRefund === true ? 'C' : payload.whole ? 'A' : 'B',
    batch: {
      takes: (payload) => payload.whole && payload.rejectRefund !== true,
      send: async (_account, payloads, timeoutMs) => {
        const orderIds = payloads.map(({ orderId }) => orderId);
        batches.push({ orderIds, timeoutMs });
        const { answers = () => APPLIED, waitFor, onArrival, returns } = scripts.shift() ?? {};
        onArrival?.(orderIds);
        inFlight.now += 1;
        inFlight.most = Math.max(inFlight.most, inFlight.now);
        await waitFor;
        inFlight.now -= 1;
        const outcomes = payloads.map((payload, index) =>
          answer(payload, fake.state.offline ? UNREACHABLE : answers(payload, index)),
        );
        return returns?.(outcomes) ?? outcomes;
      },
    },
  });
  const answer = (payload: SendPayload, { applies = true, waitFor: _whole, ...outcome }: Script): SendOutcome => {
    const waybill = payload.deliver.type === 'courier' ? payload.deliver.waybill : '';
    if (applies) fake.ledger.push({ orderId: payload.orderId, waybill, kind: 'send' });
    return {
      phase: 'answered',
      httpStatus: 200,
      code: '0',
      message: '',
      requestId: '',
      verdict: { kind: 'applied' },
      bodySha256: 'example-hash',
      ...outcome,
    };
  };
  return {
    ...fake,
    batches,
    inFlight,
    /** What happens to the next batches, one each. */
    scriptBatch: (...next: readonly BatchScript[]) => scripts.push(...next),
  };
}
