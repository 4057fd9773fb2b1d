import { describe, expect, it } from 'vitest';
import type { OrderQuestion } from '../../../electron/services/orders/order-list.ts';
import { NOW_MS, openDesk, order } from './desk.ts';

const hours = (count: number): string => new Date(NOW_MS + count * 3_600_000).toISOString();

function setup() {
  const desk = openDesk();
  desk.orders.putPulled(order({ orderId: 'late', deadline: hours(-2) }), 0);
  desk.orders.putPulled(order({ orderId: 'soon', deadline: hours(1), note: '请放门口' }), 0);
  desk.orders.putPulled(order({ orderId: 'held', shopId: 'shop-2', deadline: hours(2), sellerNote: '加贺卡' }), 0);
  desk.orders.putPulled(order({ orderId: 'never', shopId: 'shop-2', deadline: null }), 0);
  desk.orders.putPulled(order({ orderId: 'gone', status: 'shipped', deadline: hours(-9) }), 0);
  desk.database
    .prepare(
      "INSERT INTO held_order (shop_id, order_id, body, held_at_ms, held_by) VALUES ('shop-2', 'held', '[]', 0, '王敏')",
    )
    .run();
  const ids = async (question: Partial<OrderQuestion>): Promise<readonly string[]> => {
    const asked = { filter: 'to-pack' as const, search: '', limit: 10, after: null, nowMs: NOW_MS, ...question };
    return (await desk.list.page(asked)).orders.map(({ orderId }) => orderId);
  };
  return { desk, ids };
}

describe('the orders to pack', () => {
  it('begin with the late ones and end with those without a deadline', async () => {
    expect(await setup().ids({})).toEqual(['late', 'soon', 'held', 'never']);
  });

  it.each([
    ['late ones', { only: 'late' }, ['late']],
    ['ones put aside', { only: 'held' }, ['held']],
    ["ones with a buyer's message or a shop's note", { only: 'noted' }, ['soon', 'held']],
    ['ones of a shop', { shopId: 'shop-2' }, ['held', 'never']],
    ['noted ones of a shop', { shopId: 'shop-1', only: 'noted' }, ['soon']],
  ] as const)('are narrowed to %s', async (_what, question, expected) =>
    expect(await setup().ids(question)).toEqual(expected),
  );

  it('are counted with the late and the held among them', () => {
    expect(setup().desk.list.counts(NOW_MS)).toEqual({ toPack: 4, late: 1, held: 1 });
  });
});
