import { createHash } from 'node:crypto';
import { type OpPayload, OpPayloadSchema } from '../../../../shared/domain/shipment.ts';
import type { StoredOp } from './op-row.ts';

/** SHA-256 of the saved bytes, hex. */
export const payloadHash = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * The payload of an op, or null when its bytes no longer fit the hash they were saved with (I-5), are not readable, or
 * say something else than the row they belong to.
 */
export function readPayload(
  op: Pick<StoredOp, 'payloadText' | 'payloadSha256' | 'orderId' | 'kind'>,
): OpPayload | null {
  if (payloadHash(op.payloadText) !== op.payloadSha256) return null;
  const payload = parsePayload(op.payloadText);
  return payload?.orderId === op.orderId && payload.kind === op.kind ? payload : null;
}

/** Saved bytes as a payload for showing and counting, unchecked against their hash; null when they are none. */
export function parsePayload(text: string): OpPayload | null {
  const parsed = OpPayloadSchema.safeParse(parseJson(text));
  return parsed.success ? parsed.data : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
