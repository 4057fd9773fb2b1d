import { randomBytes } from 'node:crypto';
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
import { correctionProblem, isCorrectedAway } from './corrections.ts';
import { newStatus } from './machine/op-status.ts';
import type { StoredOp } from './store/op-row.ts';
import type { NewOp } from './store/op-store.ts';
import { payloadHash } from './store/payload.ts';

/** A shipment or correction to be saved. `supersedes` is the op it replaces, which ends in the same transaction. */
export type EnqueueInput = {
  readonly shopId: string;
  readonly payload: OpPayload;
  readonly carrierName: string;
  readonly operator: string;
  readonly supersedes?: string;
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
  const supersedes = input.supersedes ?? null;
  const packageKey = freeKey(core, shop, payload, supersedes);
  if (packageKey === null)
    return err({ code: 'op-duplicate', orderId: payload.orderId, waybill: payloadWaybill(payload) });
  const refused =
    payload.kind === 'correct'
      ? correctionProblem(core, { shopId, platform, supersedes }, payload)
      : foreignUse(core, shopId, payload);
  if (refused !== null) return err(refused);
  const atMs = core.clock.now();
  const op = newOp({ input, payload, packageKey, platform: shop.platform, atMs });
  const resendClass = platform.resendClass(payload);
  return ok(core.store.insert({ ...op, resendClass }, { atMs, actor: input.operator }, 'T1'));
}

type Described = {
  readonly input: EnqueueInput;
  readonly payload: OpPayload;
  readonly packageKey: string;
  readonly platform: StoredOp['platform'];
  readonly atMs: number;
};

function newOp({ input, payload, packageKey, platform, atMs }: Described): Omit<NewOp, 'resendClass'> {
  const payloadText = JSON.stringify(payload);
  return {
    id: `op-${randomBytes(9).toString('hex')}`,
    shopId: input.shopId,
    platform,
    orderId: payload.orderId,
    kind: payload.kind,
    packageKey,
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

/** Everything about one order leaves in the order it was saved, one at a time. */
export const laneOf = (shopId: string, orderId: string): string => `${shopId}/${orderId}`;

/** What makes a package the same package: its waybill; for a correction, from which waybill to which. */
export const packageKeyOf = (payload: OpPayload): string =>
  payload.kind === 'correct'
    ? `${payload.from.waybill}>${payload.to.waybill}`
    : payload.deliver.type === 'courier'
      ? payload.deliver.waybill
      : 'none';

/**
 * The unique key for a new op; null when the same package is saved already. One that was withdrawn, one this op
 * replaces, and a correction that was carried out and later taken back by another, do not stand in the way.
 */
function freeKey(
  core: OutboxCore,
  shop: { readonly id: string; readonly platform: StoredOp['platform'] },
  payload: OpPayload,
  supersedes: string | null,
): string | null {
  const base = packageKeyOf(payload);
  const owner = { orderId: payload.orderId, shopId: shop.id, platform: shop.platform, kind: payload.kind };
  const same = core.reader.sameKey(owner, base);
  const takenBack = payload.kind === 'correct' && !isCorrectedAway(core, owner, payload.from.waybill);
  const inTheWay = same.filter(
    (op) => op.id !== supersedes && op.status.state !== 'cancelled' && !(takenBack && op.status.state === 'shipped'),
  );
  if (inTheWay.length > 0) return null;
  return same.length === 0 ? base : `${base}#${same.length + 1}`;
}

/**
 * A waybill that stands on another order's package. Asked for shipments only: two labels that were swapped can only be
 * put right by corrections one after the other.
 */
function foreignUse(core: OutboxCore, shopId: string, payload: OpPayload): Problem | null {
  const waybill = payloadWaybill(payload);
  const use = core.reader.waybillUse(waybill, { shopId, orderId: payload.orderId });
  return use === null ? null : { code: 'waybill-used', waybill, orderId: use.orderId, at: isoFromMs(use.atMs) };
}
