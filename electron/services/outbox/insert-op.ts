import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Problem } from '../../../shared/contract/problem.ts';
import {
  type OpPayload,
  OpPayloadSchema,
  payloadCarrierCode,
  payloadWaybill,
} from '../../../shared/domain/shipment.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';
import type { OutboxCore } from './core.ts';
import { correctionProblem, isCorrectedAway } from './people/corrections.ts';
import { newStatus } from './machine/op-status.ts';
import { laneOf, type StoredOp } from './store/op-row.ts';
import type { MoveNote, NewOp } from './store/op-store.ts';
import { payloadHash } from './store/payload.ts';

/** A shipment or correction to be saved. `supersedes` is the op it replaces, which ends in the same transaction. */
export type EnqueueInput = {
  readonly shopId: string;
  readonly payload: OpPayload;
  readonly carrierName: string;
  readonly operator: string;
  readonly supersedes?: string;
  /** A supervisor's choice for this one op; without it no payload that refuses a refund is saved. */
  readonly refusesRefund?: { readonly reason: string };
  /** Whatever else belongs to the package, written in the same commit. */
  readonly also?: (saved: Pick<StoredOp, 'seq' | 'id'>) => void;
};

/** Inside a transaction: checks and inserts one op. */
export function insertOp(core: OutboxCore, input: EnqueueInput): Result<StoredOp, Problem> {
  const { shopId } = input;
  const shop = core.shops.get(shopId);
  if (shop === null) return err({ code: 'shop-not-found', shop: shopId });
  const platform = core.accounts.platformOf(shopId);
  if (platform === null) return err({ code: 'platform-not-available', platform: shop.platform });
  const parsed = OpPayloadSchema.safeParse(input.payload);
  if (!parsed.success) return err({ code: 'bad-request', detail: z.prettifyError(parsed.error).slice(0, 600) });
  const payload = parsed.data;
  if (payload.kind === 'send' && payload.rejectRefund === true && input.refusesRefund === undefined)
    return err({ code: 'refund-choice-missing', orderId: payload.orderId });
  const supersedes = input.supersedes ?? null;
  const refused =
    payload.kind === 'correct'
      ? correctionProblem(core, { shopId, platform, supersedes }, payload)
      : foreignUse(core, shopId, payload);
  const atMs = core.clock.now();
  const described = { input, payload, platform: shop.platform, resendClass: platform.resendClass(payload), atMs };
  const base = packageKeyOf(payload);
  const insert = (packageKey: string): StoredOp | null => {
    const note = { atMs, actor: input.operator, ...choiceOf(input) };
    const saved = core.store.insert({ ...newOp(described), packageKey }, note, 'T1');
    if (saved !== null) input.also?.(saved);
    return saved;
  };
  const duplicate = err({ code: 'op-duplicate', orderId: payload.orderId, waybill: payloadWaybill(payload) } as const);
  const otherKey = (): string | null => nextKey(core, { ...described, supersedes }, base);
  if (refused !== null) return otherKey() === null ? duplicate : err(refused);
  // Nearly always the key is free: then the index that keeps it unique is also the only question asked about it.
  const saved = insert(base);
  if (saved !== null) return ok(saved);
  const key = otherKey();
  const again = key === null ? null : insert(key);
  return again === null ? duplicate : ok(again);
}

/** What the audit row of a new op says beyond who saved it. */
const choiceOf = ({ refusesRefund }: EnqueueInput): Pick<MoveNote, 'detail'> =>
  refusesRefund === undefined ? {} : { detail: { refusesRefund: true, reason: refusesRefund.reason } };

type Described = {
  readonly input: EnqueueInput;
  readonly payload: OpPayload;
  readonly platform: StoredOp['platform'];
  readonly resendClass: StoredOp['resendClass'];
  readonly atMs: number;
};

function newOp({ input, payload, platform, resendClass, atMs }: Described): Omit<NewOp, 'packageKey'> {
  const payloadText = JSON.stringify(payload);
  return {
    id: newId(atMs),
    shopId: input.shopId,
    platform,
    orderId: payload.orderId,
    kind: payload.kind,
    resendClass,
    lane: laneOf(input.shopId, payload.orderId),
    payloadText,
    payloadSha256: payloadHash(payloadText),
    carrierCode: payloadCarrierCode(payload),
    carrierName: input.carrierName,
    waybill: payloadWaybill(payload),
    pieces: payload.items.reduce((sum, item) => sum + item.quantity, 0),
    supersedes: input.supersedes ?? null,
    createdAtMs: atMs,
    createdBy: input.operator,
    status: newStatus(atMs),
  };
}

/** Begins with the time, so that the indexes on it grow at their end instead of all over; what follows is chance. */
const newId = (atMs: number): string =>
  `op-${atMs.toString(36).padStart(9, '0')}-${randomUUID().replaceAll('-', '').slice(0, 16)}`;

/** What makes a package the same package: its waybill; for a correction, from which waybill to which. */
const packageKeyOf = (payload: OpPayload): string =>
  payload.kind === 'correct'
    ? `${payload.from.waybill}>${payload.to.waybill}`
    : payload.deliver.type === 'courier'
      ? payload.deliver.waybill
      : 'none';

/**
 * Another key for a package whose own is taken; null when that package is saved already. One that was withdrawn, one
 * this op replaces, and a correction that was carried out and later taken back by another, do not stand in the way.
 */
function nextKey(
  core: OutboxCore,
  { input, payload, platform, supersedes }: Omit<Described, 'atMs' | 'resendClass'> & { supersedes: string | null },
  base: string,
): string | null {
  const owner = { orderId: payload.orderId, shopId: input.shopId, platform, kind: payload.kind };
  const same = core.reader.sameKey(owner, base);
  const takenBack = payload.kind === 'correct' && !isCorrectedAway(core, owner, payload.from.waybill);
  const inTheWay = same.filter(
    (op) => op.id !== supersedes && op.status.state !== 'cancelled' && !(takenBack && op.status.state === 'shipped'),
  );
  return inTheWay.length > 0 ? null : `${base}#${same.length + 1}`;
}

/**
 * A waybill that stands on another order's package. Asked for shipments only: two labels that were swapped can only be
 * put right by corrections one after the other.
 */
function foreignUse(core: OutboxCore, shopId: string, payload: OpPayload): Problem | null {
  const waybill = payloadWaybill(payload);
  const use = core.reader.waybillUse(waybill, { shopId, orderId: payload.orderId });
  return use === null
    ? null
    : {
        code: 'waybill-used',
        waybill,
        orderId: use.orderId,
        at: isoFromMs(use.atMs),
        operator: use.operator,
      };
}
