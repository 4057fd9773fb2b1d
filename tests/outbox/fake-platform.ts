import type {
  Account,
  ConnectionReport,
  Platform,
  ReadBack,
  ReadFailure,
  ReadResult,
  SendOutcome,
} from '../../electron/services/platforms/platform.ts';
import { channelsCapabilities } from '../../shared/domain/platforms/wechat-channels/capabilities.ts';
import type { Order } from '../../shared/domain/order.ts';
import { type OpPayload, payloadWaybill } from '../../shared/domain/shipment.ts';
import { sampleOrder } from '../support/sample-order.ts';

/** What the platform does with the next call; `applies` says whether the shipment takes effect. */
export type Script = Partial<SendOutcome> & { readonly applies?: boolean; readonly waitFor?: Promise<unknown> };

export const APPLIED: Script = { applies: true };
export const LOST_ANSWER: Script = {
  applies: true,
  phase: 'body-sent',
  httpStatus: null,
  code: null,
  network: 'reset',
  verdict: { kind: 'ambiguous' },
};
export const LOST_REQUEST: Script = { ...LOST_ANSWER, applies: false };
export const UNREACHABLE: Script = {
  applies: false,
  phase: 'none',
  httpStatus: null,
  code: null,
  network: 'refused',
  verdict: { kind: 'not-sent', reason: 'refused' },
};
export const refusedWith = (code: string, verdict: SendOutcome['verdict']): Script => ({
  applies: false,
  code,
  message: `answer ${code}`,
  requestId: 'example-rid',
  verdict,
});

const OFFLINE: ReadFailure = {
  kind: 'offline',
  network: 'refused',
  httpStatus: null,
  code: null,
  message: '',
  requestId: '',
};

/**
 * A platform as a plain value with a ledger of its own: what is scripted happens once each, then every call succeeds.
 * It applies a shipment as often as it is asked to: only the sender can keep it from doing so twice.
 */
export function createFakePlatform(more: Partial<Platform> = {}) {
  const ledger: { readonly orderId: string; readonly waybill: string; readonly kind: string }[] = [];
  const scripts: Script[] = [];
  const failures: ReadFailure[] = [];
  const orders = new Map<string, Partial<Order>>();
  const foreign = new Map<string, Extract<ReadBack, { kind: 'foreign' }>>();
  const calls = { sends: 0, looks: 0, orders: 0, probes: 0, forgotten: 0, inFlight: 0, mostInFlight: 0 };
  const state = { offline: false, account: null as ReadFailure | null };

  const failing = (): ReadFailure | null => state.account ?? (state.offline ? OFFLINE : (failures.shift() ?? null));
  const read = async <Value>(value: () => Value): Promise<ReadResult<Value>> => {
    const failure = failing();
    return failure === null ? { ok: true, value: value() } : { ok: false, error: failure };
  };
  const mutate = async (_account: Account, payload: OpPayload): Promise<SendOutcome> => {
    calls.sends += 1;
    calls.inFlight += 1;
    calls.mostInFlight = Math.max(calls.mostInFlight, calls.inFlight);
    const { applies = true, waitFor, ...outcome } = state.offline ? UNREACHABLE : (scripts.shift() ?? APPLIED);
    await waitFor;
    calls.inFlight -= 1;
    if (applies) ledger.push({ orderId: payload.orderId, waybill: payloadWaybill(payload), kind: payload.kind });
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
  const has = (orderId: string, waybill: string): boolean =>
    ledger.some((entry) => entry.orderId === orderId && entry.waybill === waybill);
  const platform: Platform = {
    capabilities: channelsCapabilities,
    checkConnection: () => {
      calls.probes += 1;
      return read((): ConnectionReport => ({ carriers: 1, serverTimeMs: null }));
    },
    getOrder: (account, orderId) => {
      calls.orders += 1;
      return read(() => sampleOrder({ shopId: account.shopId, orderId, ...orders.get(orderId) }));
    },
    resendClass: (payload) =>
      payload.kind === 'correct' || payload.rejectRefund === true ? 'C' : payload.whole ? 'A' : 'B',
    send: mutate,
    correct: mutate,
    readBack: (_account, payload) => {
      calls.looks += 1;
      return read((): ReadBack => {
        if (has(payload.orderId, payloadWaybill(payload))) return { kind: 'ours' };
        return foreign.get(payload.orderId) ?? { kind: 'absent' };
      });
    },
    forget: () => {
      calls.forgotten += 1;
    },
    ...more,
  };
  return {
    platform,
    ledger,
    calls,
    state,
    /** What happens to the next calls, one each. */
    script: (...next: readonly Script[]) => scripts.push(...next),
    failReads: (...next: readonly ReadFailure[]) => failures.push(...next),
    /** How the platform shows an order. */
    order: (orderId: string, shown: Partial<Order>) => orders.set(orderId, shown),
    shippedElsewhere: (orderId: string, waybill: string | null) => {
      const parcels = waybill === null ? [] : [{ carrierCode: 'SF', carrierName: '顺丰速运', waybill, items: [] }];
      foreign.set(orderId, { kind: 'foreign', parcels, rawStatus: '30' });
      orders.set(orderId, { status: 'shipped', parcels });
    },
  };
}
export type FakePlatform = ReturnType<typeof createFakePlatform>;
