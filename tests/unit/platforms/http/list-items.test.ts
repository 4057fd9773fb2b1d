import { expect, it } from 'vitest';
import { orderOf } from '../../../../electron/services/platforms/douyin-fengchao/mapping.ts';
import { OrderReplySchema } from '../../../../electron/services/platforms/douyin-fengchao/schema.ts';
import { listedOrders, readItems } from '../../../../electron/services/platforms/http/list-items.ts';

const good = (order_id: string) => ({ order_id, order_status: 2, sku_order_list: [{ order_id: '1', item_num: 1 }] });
const read = (items: readonly unknown[]) => readItems(items, { idField: 'order_id', schema: OrderReplySchema });

it('reads each item by itself: one that makes no sense is told by its number', () => {
  const items = read([good('69001'), { ...good('69002'), sku_order_list: [] }, good('69003')]);
  expect(listedOrders(items ?? [], (reply) => orderOf('shop-1', reply))).toMatchObject({
    orders: [{ orderId: '69001' }, { orderId: '69003' }],
    unread: [{ orderId: '69002', failure: { kind: 'bad-answer', message: 'the answer lacks sku_order_list' } }],
  });
});

it.each([[null], ['69001'], [{ order_status: 2 }], [{ ...good('69001'), order_id: 'not a number!' }]])(
  'takes no list with an item that does not tell its number: %j',
  (item) => {
    expect(read([good('69000'), item])).toBeNull();
  },
);
