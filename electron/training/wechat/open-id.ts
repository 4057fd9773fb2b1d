import { createHash } from 'node:crypto';

/** The invented buyer of an order. */
export const openIdOf = (orderId: string): string =>
  `practice_${createHash('sha256').update(orderId).digest('base64url').slice(0, 19)}`;
