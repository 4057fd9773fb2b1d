import { createHash } from 'node:crypto';

/** Where a page ended: the time and number of its last order. */
export type Position = { readonly atMs: number; readonly orderId: string };

/** Everything that must stay the same from page to page, as one short text. */
export const filterDigest = (filter: unknown): string =>
  createHash('sha256').update(JSON.stringify(filter)).digest('base64url').slice(0, 16);

export const makeKey = (digest: string, { atMs, orderId }: Position): string =>
  Buffer.from(`${digest}.${atMs}.${orderId}`).toString('base64url');

/** The position a key stands for; undefined for a key of other parameters or no key of ours at all. */
export function readKey(key: string, digest: string): Position | undefined {
  if (key === '') return { atMs: -Infinity, orderId: '' };
  const [of, atMs, orderId] = Buffer.from(key, 'base64url').toString().split('.');
  return of === digest && orderId !== undefined ? { atMs: Number(atMs), orderId } : undefined;
}
