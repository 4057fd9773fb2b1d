import type { HoldKind, OpKind, OpState, Proof, ResendClass } from '../../../../shared/domain/op.ts';
import type { PlatformId } from '../../../../shared/domain/platforms/platform-id.ts';
import { NO_COUNTS, type OpStatus, readCounters } from '../machine/op-status.ts';

/** An op as it is stored: what never changes beside where it stands. Times are epoch ms. */
export type StoredOp = {
  readonly seq: number;
  readonly id: string;
  readonly shopId: string;
  readonly platform: PlatformId;
  readonly orderId: string;
  readonly kind: OpKind;
  readonly packageKey: string;
  /** See {@link laneOf}. */
  readonly lane: string;
  readonly resendClass: ResendClass;
  /** The saved bytes; parse them only after their hash was checked. */
  readonly payloadText: string;
  readonly payloadSha256: string;
  readonly carrierCode: string;
  readonly carrierName: string;
  readonly waybill: string;
  readonly pieces: number;
  readonly supersedes: string | null;
  readonly createdAtMs: number;
  readonly createdBy: string;
  readonly version: number;
  readonly updatedAtMs: number;
  /** False when the stored counters are not ours: such a row is quarantined, never sent. */
  readonly readable: boolean;
  readonly status: OpStatus;
};

/** Everything about one order leaves in the order it was saved, one at a time. */
export const laneOf = (shopId: string, orderId: string): string => `${shopId}/${orderId}`;

/** The joined row of {@link SELECT_OP}. */
export type JoinedRow = {
  seq: number;
  id: string;
  shop_id: string;
  platform: string;
  order_id: string;
  kind: string;
  package_key: string;
  resend_class: string;
  payload: string;
  payload_sha256: string;
  carrier_code: string;
  carrier_name: string;
  waybill: string;
  pieces: number;
  supersedes: string | null;
  created_at_ms: number;
  created_by: string;
  state: string;
  version: number;
  not_before_ms: number | null;
  doubt_since_ms: number | null;
  hold_kind: string | null;
  proof: string | null;
  code: string | null;
  message: string;
  request_id: string;
  counters: string;
  updated_at_ms: number;
};

/** Reads an op with its state; append a WHERE on `op` or `s`. */
export const SELECT_OP = `SELECT op.*, s.state, s.version, s.not_before_ms, s.doubt_since_ms, s.hold_kind, s.proof,
  s.code, s.message, s.request_id, s.counters, s.updated_at_ms FROM op JOIN op_state AS s ON s.op_seq = op.seq`;

/** A row as the rest of the outbox uses it. The enumerated columns are held to their words by CHECK constraints. */
export function toStoredOp(row: JoinedRow): StoredOp {
  const counters = readCounters(row.counters);
  return {
    seq: row.seq,
    id: row.id,
    shopId: row.shop_id,
    platform: row.platform as PlatformId,
    orderId: row.order_id,
    kind: row.kind as OpKind,
    packageKey: row.package_key,
    lane: laneOf(row.shop_id, row.order_id),
    resendClass: row.resend_class as ResendClass,
    payloadText: row.payload,
    payloadSha256: row.payload_sha256,
    carrierCode: row.carrier_code,
    carrierName: row.carrier_name,
    waybill: row.waybill,
    pieces: row.pieces,
    supersedes: row.supersedes,
    createdAtMs: row.created_at_ms,
    createdBy: row.created_by,
    version: row.version,
    updatedAtMs: row.updated_at_ms,
    readable: counters !== null,
    status: {
      state: row.state as OpState,
      notBeforeMs: row.not_before_ms,
      doubtSinceMs: row.doubt_since_ms,
      holdKind: row.hold_kind as HoldKind | null,
      proof: row.proof as Proof | null,
      code: row.code,
      message: row.message,
      requestId: row.request_id,
      counters: counters ?? NO_COUNTS,
    },
  };
}
