import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/kernel/time.ts';
import { seededRandom, type Random } from '../core/random.ts';
import { practiceLines } from './order-lines.ts';
import { BUYER_NOTES, MERCHANT_NOTES } from './order-notes.ts';
import { practiceOrderId } from './order-id.ts';
import { plannedKind } from './order-plan.ts';
import type { OrderKind, PracticeOrder } from './practice-order.ts';
import { practiceShop, type ShopKey } from './practice-shops.ts';

/** Where one order of the practice data comes from: the same source always gives the same order. */
export type OrderSource = {
  readonly seed: number;
  readonly seq: number;
  readonly baseMs: number;
  readonly kind?: OrderKind | undefined;
  readonly shop?: ShopKey | undefined;
};

/** Orders lie up to six days back, so that one pull over the longest window a platform allows finds them all. */
const OLDEST_MS = 6 * DAY_MS;
const SHIP_WITHIN_MS = 2 * DAY_MS;

export function buildOrder({ seed, seq, baseMs, kind = plannedKind(seq), shop }: OrderSource): PracticeOrder {
  const shopKey = shop ?? shopFor(kind, seq);
  const { appId, platform } = practiceShop(shopKey);
  const random = sourceOf(shopKey, seed, seq);
  const orderId = practiceOrderId(random, platform);
  const late = kind === 'late';
  const ageMs = late ? SHIP_WITHIN_MS - random.int(-3, 8) * HOUR_MS : random.int(5, OLDEST_MS / MINUTE_MS) * MINUTE_MS;
  const createdMs = baseMs - ageMs;
  const extraDays = Math.max(0, Math.ceil((ageMs - SHIP_WITHIN_MS) / DAY_MS));
  return {
    shop: appId,
    orderId,
    seq,
    kind,
    createdMs,
    deadlineMs: createdMs + SHIP_WITHIN_MS + (late ? 0 : (extraDays + 1) * DAY_MS),
    lines: practiceLines(kind, shopKey, random),
    buyerNote: kind === 'note' || random.next() < 0.08 ? random.pick(BUYER_NOTES) : '',
    merchantNote: random.next() < 0.05 ? random.pick(MERCHANT_NOTES) : '',
    present: kind === 'gift' && random.next() < 0.5,
  };
}

/** The Channels shops share one stream, so that their orders stay the same whatever other shops there are. */
const sourceOf = (shop: ShopKey, seed: number, seq: number): Random =>
  shop === 'living' || shop === 'digital' ? seededRandom('order', seed, seq) : seededRandom('order', shop, seed, seq);

/** Virtual goods and courses are sold by the one shop, subsidised devices by the other; the rest alternates. */
function shopFor(kind: OrderKind, seq: number): ShopKey {
  if (kind === 'virtual' || kind === 'course') return 'living';
  if (kind === 'subsidy') return 'digital';
  return seq % 3 === 0 ? 'digital' : 'living';
}
