import { randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
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
import { applyEvent } from './apply.ts';
import type { OutboxCore } from './core.ts';
import { diskFull } from './disk-full.ts';
import { newStatus } from './machine/op-status.ts';
import type { NewOp } from './store/op-store.ts';
import type { StoredOp } from './store/op-row.ts';
import { payloadHash } from './store/payload.ts';

/** A shipment or correction to be saved. `supersedes` is the op it replaces, which ends in the same transaction. */
export type EnqueueInput = {
  readonly shopId: string;
  readonly payload: OpPayload;
  readonly carrierName: string;
  readonly operator: string;
  readonly supersedes?: string;
};

/** Rows per transaction of an import: short enough that a scan in between does not wait. */
export const BATCH_ROWS = 100;

/**
 * Saves an op (T1). `ok` means it is on the disk twice: committed under FULL, and in the scan journal.
 * Errors: unknown shop, a payload that is not one, the same package again, a waybill of another order, a full disk.
 */
export function enqueue(core: OutboxCore, input: EnqueueInput): Result<StoredOp, Problem> {
  const [result] = enqueueTogether(core, [input]);
  if (result === undefined) throw new Error('One input gives one result');
  return result;
}

/** Saves many, each refused or accepted by itself, in transactions of {@link BATCH_ROWS}; the event loop runs between them. */
export async function enqueueAll(
  core: OutboxCore,
  inputs: readonly EnqueueInput[],
): Promise<readonly Result<StoredOp, Problem>[]> {
  const results: Result<StoredOp, Problem>[] = [];
  for (let at = 0; at < inputs.length; at += BATCH_ROWS) {
    if (at > 0) await nextTurn();
    results.push(...enqueueTogether(core, inputs.slice(at, at + BATCH_ROWS)));
  }
  return results;
}

function enqueueTogether(core: OutboxCore, inputs: readonly EnqueueInput[]): Result<StoredOp, Problem>[] {
  let results: Result<StoredOp, Problem>[];
  try {
    results = core.store.transaction(() => inputs.map((input) => insertOp(core, input)));
  } catch (error) {
    return inputs.map(() => err(diskFull(error, core.journalFile)));
  }
  const saved = results.flatMap((result) => (result.ok ? [result.value] : []));
  if (saved.length === 0) return results;
  const unwritten = writeToJournal(core, saved);
  return unwritten === null ? results : results.map((result) => (result.ok ? err(unwritten) : result));
}

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
  const packageKey = freeKey(core, shop, payload, input.supersedes ?? null);
  if (packageKey === null)
    return err({ code: 'op-duplicate', orderId: payload.orderId, waybill: payloadWaybill(payload) });
  const used = foreignUse(core, shopId, payload);
  if (used !== null) return err(used);
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
  const inTheWay = same.filter(
    (op) => op.id !== supersedes && op.status.state !== 'cancelled' && !(op.kind === 'correct' && isDone(op)),
  );
  if (inTheWay.length > 0) return null;
  return same.length === 0 ? base : `${base}#${same.length + 1}`;
}

const isDone = (op: StoredOp): boolean => op.status.state === 'shipped';

/**
 * A waybill that stands on another order's package. Corrections are exempt: two labels that were swapped can only be
 * put right one after the other.
 */
function foreignUse(core: OutboxCore, shopId: string, payload: OpPayload): Problem | null {
  if (payload.kind === 'correct') return null;
  const waybill = payloadWaybill(payload);
  const use = core.reader.waybillUse(waybill, { shopId, orderId: payload.orderId });
  return use === null ? null : { code: 'waybill-used', waybill, orderId: use.orderId, at: isoFromMs(use.atMs) };
}

/** The second half of "saved". When it fails the ops are withdrawn again, before anybody was told they are saved. */
function writeToJournal(core: OutboxCore, ops: readonly StoredOp[]): Problem | null {
  try {
    core.journal.append(ops, (shopId) => core.shops.get(shopId)?.name ?? '');
    return null;
  } catch (error) {
    const problem = diskFull(error, core.journalFile);
    core.store.transaction(() => {
      for (const op of ops)
        applyEvent(
          core,
          op,
          { type: 'cancelled', atMs: core.clock.now() },
          { actor: 'system', detail: { journal: false } },
        );
    });
    return problem;
  }
}
