import { describe, expect, it } from 'vitest';
import { NOW_MS, openDesk, ORDER_ID, order, orderLine } from './desk.ts';

const later = '2026-11-21T01:00:00.000Z';

describe('keeping orders', () => {
  it('gives back what was put in, digits exact', () => {
    const { orders } = openDesk();
    expect(orders.putPulled(order(), NOW_MS)).toBe(true);
    expect(orders.get('shop-1', ORDER_ID)).toEqual(order());
  });

  it('lets a newer pull replace an older one, and never the other way', () => {
    const { orders } = openDesk();
    orders.putPulled(order({ status: 'part-shipped', updatedAt: later }), NOW_MS);
    expect(orders.putPulled(order({ status: 'to-ship' }), NOW_MS)).toBe(false);
    expect(orders.get('shop-1', ORDER_ID)?.status).toBe('part-shipped');
    orders.putPulled(order({ status: 'shipped', updatedAt: '2026-11-21T01:30:00.000Z' }), NOW_MS);
    expect(orders.get('shop-1', ORDER_ID)?.status).toBe('shipped');
  });

  it('lets an import add a barcode to a pulled order and change nothing the platform said', () => {
    const { orders } = openDesk();
    orders.putPulled(order({ status: 'part-shipped', flags: ['risk'] }), NOW_MS);
    orders.putImported(
      order({ lines: [orderLine(1, { barcode: '6901234567892', quantity: 99, title: 'x' })], note: '轻放' }),
      NOW_MS,
    );
    const kept = orders.get('shop-1', ORDER_ID);
    expect(kept).toMatchObject({ status: 'part-shipped', flags: ['risk'], note: '轻放' });
    expect(kept?.lines[0]).toMatchObject({ barcode: '6901234567892', quantity: 2, title: '商品 1' });
  });

  it('keeps an imported barcode when the order is pulled again', () => {
    const { orders } = openDesk();
    orders.putImported(order({ lines: [orderLine(1, { barcode: '6901234567892', skuCode: 'A-1' })] }), NOW_MS);
    orders.putPulled(order(), NOW_MS);
    expect(orders.get('shop-1', ORDER_ID)?.lines[0]).toMatchObject({ barcode: '6901234567892', skuCode: 'A-1' });
    expect(orders.sourceOf('shop-1', ORDER_ID)).toBe('pull');
  });

  it('finds an order by its number or by the waybill of a parcel the platform knows', () => {
    const { orders, shops } = openDesk();
    const parcels = [{ carrierCode: 'YTO', carrierName: '圆通', waybill: 'YT5779383891732', items: [] }];
    orders.putPulled(order({ parcels }), NOW_MS);
    orders.putPulled(order({ shopId: 'shop-2' }), NOW_MS);
    expect(
      orders
        .findByCode(ORDER_ID)
        .map(({ shopId }) => shopId)
        .sort(),
    ).toEqual(['shop-1', 'shop-2']);
    expect(orders.findByCode('yt5779383891732').map(({ shopId }) => shopId)).toEqual(['shop-1']);
    expect(orders.findByCode('nothing')).toEqual([]);
    orders.putPulled(order({ parcels: [], updatedAt: later }), NOW_MS);
    expect(orders.findByCode('YT5779383891732')).toEqual([]);
    shops.remove('shop-2', NOW_MS);
    expect(orders.findByCode(ORDER_ID).map(({ shopId }) => shopId)).toEqual(['shop-1']);
  });
});

describe('the list of orders', () => {
  const many = (desk: ReturnType<typeof openDesk>, count: number): void =>
    desk.orders.together(() => {
      for (let index = 0; index < count; index += 1)
        desk.orders.putPulled(
          order({
            orderId: `37046123545597${String(index).padStart(5, '0')}`,
            deadline: index % 10 === 9 ? null : new Date(NOW_MS + (count - index) * 1000).toISOString(),
            lines: [orderLine(1, { title: index % 700 === 3 ? '明前龙井' : '普洱', skuCode: `SKU-${index}` })],
          }),
          NOW_MS,
        );
    });

  it('shows what is due first and what has no deadline last, page by page, each order once', async () => {
    const desk = openDesk();
    many(desk, 130);
    const seen: (string | null)[] = [];
    const ids = new Set<string>();
    for (let after: string | null = null; ; ) {
      const page = await desk.list.page({ filter: 'to-pack', search: '', limit: 50, after });
      expect(page.total).toBe(130);
      for (const { orderId, deadline } of page.orders) {
        ids.add(orderId);
        seen.push(deadline);
      }
      if (page.next === null) break;
      after = page.next;
    }
    expect(ids.size).toBe(130);
    const sortable = seen.map((deadline) => deadline ?? '9');
    expect(sortable).toEqual(sortable.toSorted());
  });

  it('leaves shipped orders to the list of all orders', async () => {
    const desk = openDesk();
    desk.orders.putPulled(order({ status: 'shipped' }), NOW_MS);
    expect((await desk.list.page({ filter: 'to-pack', search: '', limit: 10, after: null })).total).toBe(0);
    expect((await desk.list.page({ filter: 'all', search: '', limit: 10, after: null })).total).toBe(1);
  });

  it('searches any number, title or waybill across all pages', async () => {
    const desk = openDesk();
    many(desk, 2_200);
    const parcels = [{ carrierCode: 'YTO', carrierName: '圆通', waybill: 'YT5779383891732', items: [] }];
    desk.orders.putPulled(order({ parcels }), NOW_MS);
    const find = async (search: string) =>
      (await desk.list.page({ filter: 'all', search, limit: 100, after: null })).orders.map(({ orderId }) => orderId);
    expect(await find('龙井')).toHaveLength(4);
    expect(await find('sku-2199')).toEqual(['3704612354559702199']);
    expect(await find('yt57793838')).toEqual([ORDER_ID]);
    expect(await find('559743233')).toEqual([ORDER_ID]);
    expect(await find('100%')).toEqual([]);
  });

  it('hides the orders of a removed shop', async () => {
    const desk = openDesk();
    desk.orders.putPulled(order(), NOW_MS);
    desk.shops.remove('shop-1', NOW_MS);
    expect(await desk.list.page({ filter: 'all', search: '', limit: 10, after: null })).toEqual({
      orders: [],
      next: null,
      total: 0,
    });
  });
});
