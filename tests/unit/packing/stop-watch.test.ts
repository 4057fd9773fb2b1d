import { describe, expect, it } from 'vitest';
import type { Order } from '../../../shared/domain/order.ts';
import { ORDER_ID, OTHER_ORDER_ID, order, setup } from './bench.ts';

const TEA = '6901234567892';
const CUP = '6909876543218';
const WAYBILL = '75531717195717';

const refunded = (): Order => order({ flags: ['after-sale'] });

describe('the open order', () => {
  it('is asked for again in the background as soon as it lies on the bench', async () => {
    const { scan, asked } = setup();
    await scan(ORDER_ID, TEA);
    expect(asked).toEqual([ORDER_ID]);
  });

  it('stops the bench when the news is a refund, and goes to the problem shelf once that was heard', async () => {
    const orders = [order()];
    const { scan, command, packing, held, ordersChanged } = setup(orders);
    await scan(ORDER_ID, TEA);
    orders[0] = refunded();
    expect((await ordersChanged()).blocked?.problem).toEqual({
      code: 'order-flagged',
      orderId: ORDER_ID,
      flag: 'after-sale',
    });
    expect(await scan(CUP)).toBe('refused');
    expect(packing.view()).toMatchObject({ unpacked: 2, blocked: { problem: { code: 'order-flagged' } } });
    expect(await command('acknowledge')).toBe('order-held');
    expect(packing.view()).toMatchObject({ order: null, blocked: null, aside: { reason: 'stopped', shelf: 1 } });
    expect(held.list()).toMatchObject([{ orderId: ORDER_ID, reason: 'stopped' }]);
  });

  it('is not saved when the news came between the last look and the waybill', async () => {
    const orders = [order()];
    const { scan, saved, packing } = setup(orders);
    await scan(ORDER_ID, TEA, TEA, CUP);
    orders[0] = order({ status: 'closed' });
    expect(await scan(WAYBILL)).toBe('refused');
    expect(saved).toEqual([]);
    expect(packing.view().blocked?.problem.code).toBe('order-not-shippable');
  });

  it('opens again for anybody when the stop is over', async () => {
    const orders = [order()];
    const { scan, key, ordersChanged } = setup(orders);
    await scan(ORDER_ID, TEA);
    orders[0] = refunded();
    await ordersChanged();
    await key('acknowledge');
    orders[0] = order();
    expect(await scan(ORDER_ID)).toBe('order-resumed');
  });

  it('keeps its alarm through other scans, other orders’ news and a restart', async () => {
    const orders = [order(), order({ orderId: OTHER_ORDER_ID })];
    const { scan, ordersChanged, reopen } = setup(orders);
    await scan(ORDER_ID);
    orders[0] = refunded();
    await ordersChanged();
    expect(await scan(OTHER_ORDER_ID)).toBe('refused');
    await ordersChanged();
    expect(reopen().view().blocked?.problem).toMatchObject({ code: 'order-flagged', orderId: ORDER_ID });
  });
});
