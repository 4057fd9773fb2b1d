import type { PracticeStatus } from '../book/order-change.ts';

/** The mini-shop's number for each status. 20 is in the page's sample; the others are as public clients know them. */
export const MINI_STATUS: Record<PracticeStatus, number> = {
  unpaid: 10,
  'gift-pending': 15,
  'to-ship': 20,
  'part-shipped': 21,
  shipped: 30,
  done: 100,
  refunded: 200,
  cancelled: 250,
};
