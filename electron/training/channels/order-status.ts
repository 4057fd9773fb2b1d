import type { PracticeStatus } from '../book/order-change.ts';

/** The Channels shop's number for each status; 190 and 13 are not part of the practice data. */
export const CHANNELS_STATUS: Record<PracticeStatus, number> = {
  unpaid: 10,
  'gift-pending': 12,
  'to-ship': 20,
  'part-shipped': 21,
  shipped: 30,
  done: 100,
  refunded: 200,
  cancelled: 250,
};
