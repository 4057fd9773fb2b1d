import { describe, expect, it } from 'vitest';
import type { Order } from '../../../shared/domain/order.ts';
import { ORDER_ID, OTHER_ORDER_ID, order, setup } from './bench.ts';
import { openWholeDesk } from './whole-desk.ts';

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

describe('the alarm names its order and where the box is', () => {
  it('on the bench while the order lies open, and on the shelf once it was put there', async () => {
    const orders = [order()];
    const { scan, key, packing, ordersChanged } = setup(orders);
    await scan(ORDER_ID, TEA);
    orders[0] = refunded();
    await ordersChanged();
    expect(packing.view().blocked?.stopped).toEqual({ orderId: ORDER_ID, places: [{ at: 'bench', boxes: 1 }] });
    await key('acknowledge');
    await scan(ORDER_ID);
    expect(packing.view().blocked?.stopped).toEqual({ orderId: ORDER_ID, places: [{ at: 'shelf', place: 1 }] });
  });

  it('nowhere yet where nothing is packed, and only a stop has it', async () => {
    const { scan, packing, key } = setup([refunded()]);
    await scan(ORDER_ID);
    expect(packing.view().blocked?.stopped).toEqual({ orderId: ORDER_ID, places: [] });
    await key('acknowledge');
    await scan('3726152600446099999');
    expect(packing.view().blocked).toMatchObject({ problem: { code: 'scan-unknown' } });
    expect(packing.view().blocked?.stopped).toBeUndefined();
  });

  it('with the label that is on a saved box now, until the courier has it', async () => {
    const desk = openWholeDesk();
    desk.know(order({ orderId: '1' }));
    const id = desk.save('1', 'ZT1000001', { whole: false });
    desk.know(order({ orderId: '1', flags: ['risk'] }));
    await desk.scan('1');
    const here = { at: 'here', no: 1, tail: '0001', by: 'packer' };
    expect(desk.view().blocked).toMatchObject({
      problem: { code: 'box-stopped', opId: id },
      stopped: { orderId: '1', places: [here] },
    });
    await desk.key('acknowledge');
    desk.handOver('ZT1000001');
    await desk.scan('1');
    expect(desk.view().blocked).toMatchObject({
      problem: { code: 'order-flagged' },
      stopped: { orderId: '1', places: [{ ...here, at: 'courier', by: 'Bo' }] },
    });
  });

  it('and says to call the courier where a box that must not leave is gone', async () => {
    const desk = openWholeDesk();
    desk.know(order({ orderId: '1' }));
    desk.save('1', 'ZT1000001', { whole: false });
    desk.handOver('ZT1000001');
    desk.know(order({ orderId: '1', flags: ['risk'] }));
    await desk.scan('1');
    expect(desk.view().blocked?.problem).toMatchObject({ code: 'box-stopped', handedAt: expect.any(String) });
  });
});
