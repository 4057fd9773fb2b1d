import { describe, expect, it } from 'vitest';
import type { OpState } from '../../../shared/domain/op.ts';
import { NOW_MS, ORDER_ID, order, orderLine } from './desk.ts';
import { type FileDesk, openFileDesk, refusals } from './shipment-file.ts';

const ITEM = { productId: '10000108361211', skuId: '2368925321', quantity: 2 };
const parcel = (waybill: string) => ({ carrierCode: 'ZTO', carrierName: '中通快递', waybill });

function sent(desk: FileDesk, waybill: string, state: OpState, orderId = ORDER_ID): void {
  desk.ops.push({
    id: `op-${waybill}`,
    shopId: 'shop-1',
    state,
    payload: {
      version: 1,
      kind: 'send',
      orderId,
      whole: true,
      deliver: { type: 'courier', ...parcel(waybill) },
      items: [ITEM],
    },
  });
}

function setup(): FileDesk {
  const desk = openFileDesk();
  desk.orders.putPulled(order({ lines: [orderLine(1)] }), NOW_MS);
  return desk;
}

describe('importing waybill changes', () => {
  it('changes the waybill of a package of ours, the carrier from the new number', async () => {
    const desk = setup();
    sent(desk, '75531717195834', 'shipped');
    expect(await desk.corrections(`茶铺,${ORDER_ID},,75531717195834,,YT5779383891732,,,`)).toMatchObject({
      accepted: 1,
    });
    expect(desk.saved[0]).toEqual({
      shopId: 'shop-1',
      operator: 'Mei',
      carrierName: '圆通速递',
      payload: {
        version: 1,
        kind: 'correct',
        orderId: ORDER_ID,
        whole: true,
        from: parcel('75531717195834'),
        to: { carrierCode: 'YTO', carrierName: '圆通速递', waybill: 'YT5779383891732' },
        items: [ITEM],
      },
    });
  });

  it('changes a parcel that only the platform knows, and one that was changed before', async () => {
    const desk = setup();
    const shipped = orderLine(1, { shippedQuantity: 1 });
    desk.orders.putPulled(
      order({
        orderId: '1001',
        lines: [shipped],
        parcels: [{ ...parcel('75531717195801'), items: [{ ...ITEM, quantity: 1 }] }],
      }),
      NOW_MS,
    );
    sent(desk, '75531717195834', 'shipped');
    await desk.corrections(`茶铺,${ORDER_ID},,75531717195834,ZTO,75531717195835,,,`);
    desk.ops.splice(-1, 1, { ...desk.ops.at(-1)!, state: 'shipped' });
    const job = await desk.corrections(
      `茶铺,1001,中通,75531717195801,,75531717195802,,,`,
      `茶铺,${ORDER_ID},,75531717195835,ZTO,75531717195836,,,`,
    );
    expect(job).toMatchObject({ accepted: 2, refused: 0 });
    expect(desk.saved.slice(1).map(({ payload }) => payload)).toMatchObject([
      { from: parcel('75531717195801'), to: parcel('75531717195802'), whole: false, items: [{ quantity: 1 }] },
      { from: parcel('75531717195835'), to: parcel('75531717195836'), whole: true },
    ]);
  });

  it('refuses what has not left, is not known, does not fit or is spent', async () => {
    const desk = setup();
    for (const id of ['1001', '1002', '1003', '1004'])
      desk.orders.putPulled(order({ orderId: id, lines: [orderLine(1)] }), NOW_MS);
    sent(desk, '75531717195801', 'ready', '1001');
    sent(desk, '75531717195802', 'shipped', '1002');
    sent(desk, '75531717195803', 'shipped', '1003');
    for (const nth of [1, 2, 3])
      desk.ops.push({
        id: `c${nth}`,
        shopId: 'shop-1',
        state: 'shipped',
        payload: {
          version: 1,
          kind: 'correct',
          orderId: '1003',
          whole: true,
          from: parcel('75531717195803'),
          to: parcel(`7553171719590${nth}`),
          items: [ITEM],
        },
      });
    const job = await desk.corrections(
      '茶铺,1001,,75531717195801,,75531717195811,,,',
      '茶铺,1002,,75531717195899,,75531717195812,,,',
      '茶铺,1002,圆通,75531717195802,,75531717195813,,,',
      '茶铺,1003,,75531717195903,,75531717195814,,,',
      '茶铺,1004,,,,75531717195815,,,',
      '茶铺,999,,75531717195802,,75531717195816,,,',
    );
    expect(job.accepted).toBe(0);
    expect(refusals(job)).toEqual([
      '2 old_waybill not-possible ready',
      '3 old_waybill not-possible',
      '4 old_carrier inconsistent',
      '5 order_id not-possible 3/3',
      '6 old_waybill missing',
      '7 order_id unknown-order',
    ]);
    const same = await desk.corrections('茶铺,1002,,75531717195802,ZTO,75531717195802,,,');
    const goods = await desk.corrections('茶铺,1002,,75531717195802,ZTO,75531717195817,1,2,1');
    expect([...refusals(same), ...refusals(goods)]).toEqual(['2 new_waybill duplicate', '2 sku_id goods-not-in-order']);
  });
});
