import { describe, expect, it } from 'vitest';
import type { SendPayload } from '../../../shared/domain/shipment.ts';
import { NOW_MS, ORDER_ID, order, orderLine } from './desk.ts';
import { openFileDesk, refusals } from './shipment-file.ts';

const OTHER = '3704612354559743999';
const GOODS_1 = '10000108361211,2368925321';
const GOODS_2 = '10000108361212,2368925322';

function setup(more: Parameters<typeof order>[0] = {}) {
  const desk = openFileDesk();
  desk.orders.putPulled(order(more), NOW_MS);
  desk.orders.putPulled(order({ orderId: OTHER }), NOW_MS);
  return desk;
}

describe('importing shipments', () => {
  it('takes a row without goods as everything still unshipped in the order', async () => {
    const desk = setup({
      lines: [orderLine(1), orderLine(2, { shippedQuantity: 1 }), orderLine(3, { shippedQuantity: 2 })],
    });
    expect(await desk.shipments(`茶铺,${ORDER_ID},中通,75531717195834,,,,,,`)).toMatchObject({
      accepted: 1,
      refused: 0,
    });
    expect(desk.saved).toEqual([
      {
        shopId: 'shop-1',
        operator: 'Mei',
        carrierName: '中通快递',
        payload: {
          version: 1,
          kind: 'send',
          orderId: ORDER_ID,
          whole: true,
          deliver: { type: 'courier', carrierCode: 'ZTO', carrierName: '中通快递', waybill: '75531717195834' },
          items: [
            { productId: '10000108361211', skuId: '2368925321', quantity: 2 },
            { productId: '10000108361212', skuId: '2368925322', quantity: 1 },
          ],
        },
      },
    ]);
  });

  it('puts rows with the same shop, order and waybill into one package, wherever they stand', async () => {
    const desk = setup();
    const job = await desk.shipments(
      `茶铺,${ORDER_ID},ZTO,75531717195834,${GOODS_1},1,,,1`,
      `茶铺,${OTHER},YTO,YT5779383891732,,,,,,`,
      `茶铺,${ORDER_ID},ZTO,7553 1717 195834,${GOODS_2},2,,,1`,
      `茶铺,${ORDER_ID},zto,75531717195801,${GOODS_1},1,,,`,
    );
    expect(job).toMatchObject({ accepted: 3, refused: 0 });
    expect(
      desk.saved.map(({ payload }) => [payload.orderId, payload.whole, payload.items.map((item) => item.quantity)]),
    ).toEqual([
      [ORDER_ID, false, [1, 2]],
      [OTHER, true, [2, 2]],
      [ORDER_ID, false, [1]],
    ]);
  });

  it('counts what earlier rows of the file and the outbox already hold', async () => {
    const desk = setup();
    const job = await desk.shipments(
      `茶铺,${ORDER_ID},ZTO,75531717195801,${GOODS_1},2,,,`,
      `茶铺,${ORDER_ID},ZTO,75531717195802,${GOODS_1},1,,,`,
      `茶铺,${ORDER_ID},ZTO,75531717195803,,,,,,`,
      `茶铺,${ORDER_ID},ZTO,75531717195804,,,,,,`,
    );
    expect(refusals(job)).toEqual(['3 quantity quantity-exceeds', '5 order_id not-possible']);
    expect(desk.saved.map(({ payload }) => payload.items)).toEqual([
      [{ productId: '10000108361211', skuId: '2368925321', quantity: 2 }],
      [{ productId: '10000108361212', skuId: '2368925322', quantity: 2 }],
    ]);
    expect(refusals(await desk.shipments(`茶铺,${ORDER_ID},ZTO,75531717195805,${GOODS_1},1,,,`))).toEqual([
      '2 quantity quantity-exceeds',
    ]);
  });

  it('guesses the carrier from the waybill and asks where several fit', async () => {
    const desk = setup();
    const job = await desk.shipments(
      `茶铺,${ORDER_ID},,SF1234567890123,,,,,,`,
      `茶铺,${OTHER},,123456789012,,,,,,`,
      `茶铺,${OTHER},不存在,75531717195834,,,,,,`,
      `茶铺,${OTHER},中,75531717195835,,,,,,`,
    );
    expect(desk.saved[0]?.payload).toMatchObject({ deliver: { carrierCode: 'SF' } });
    expect(refusals(job).slice(1)).toEqual(['4 carrier unknown-carrier', '5 carrier ambiguous-carrier']);
    expect(job.rows[0]?.column).toBe('carrier');
  });

  it('refuses each bad row with its reason and the rest of its package with it', async () => {
    const desk = setup();
    desk.orders.putPulled(order({ orderId: '1001', status: 'shipped' }), NOW_MS);
    desk.orders.putPulled(order({ orderId: '1002', flags: ['risk'] }), NOW_MS);
    const job = await desk.shipments(
      `没有的店,${ORDER_ID},ZTO,75531717195801,,,,,,`,
      `茶铺,999,ZTO,75531717195802,,,,,,`,
      `茶铺,1001,ZTO,75531717195803,,,,,,`,
      `茶铺,1002,ZTO,75531717195804,,,,,,`,
      `茶铺,${ORDER_ID},ZTO,6901234567892,,,,,,`,
      `茶铺,${ORDER_ID},ZTO,https://a.b/c,,,,,,`,
      `茶铺,${ORDER_ID},ZTO,${ORDER_ID},,,,,,`,
      `茶铺,${ORDER_ID},ZTO,7.5531E+13,,,,,,`,
      `茶铺,${ORDER_ID},ZTO,,,,,,,`,
      `茶铺,${ORDER_ID},ZTO,75531717195805,${GOODS_1},0,,,`,
      `茶铺,${ORDER_ID},ZTO,75531717195805,${GOODS_2},1,,,`,
      `茶铺,${ORDER_ID},ZTO,75531717195806,1,2,1,,,`,
      `茶铺,${ORDER_ID},ZTO,75531717195807,,,2,,,`,
      `茶铺,${ORDER_ID},ZTO,75531717195808,${GOODS_1},1,,,9`,
      `茶铺,${ORDER_ID},ZTO,75531717195809,${GOODS_1},1,,,`,
      `茶铺,${ORDER_ID},YTO,75531717195809,${GOODS_2},1,,,`,
      `茶铺,${ORDER_ID},ZTO,75531717195810,${GOODS_1},1,,,`,
      `茶铺,${ORDER_ID},ZTO,75531717195810,,,,,,`,
    );
    expect(job.accepted).toBe(0);
    expect(refusals(job)).toEqual([
      '2 shop unknown-shop',
      '3 order_id unknown-order',
      '4 order_id not-possible shipped',
      '5 order_id not-possible risk',
      '6 waybill bad-format',
      '7 waybill bad-format',
      '8 waybill bad-format',
      '9 waybill lost-digits',
      '10 waybill missing',
      '11 quantity out-of-range 1–10000',
      '12 order_id not-possible #11',
      '13 sku_id goods-not-in-order',
      '14 sku_id missing',
      '15 deliver_type bad-format 1 / 3',
      '16 order_id not-possible #17',
      '17 carrier inconsistent',
      '18 order_id not-possible #19',
      '19 sku_id inconsistent',
    ]);
  });

  it('refuses a waybill of another order and a package that is saved already', async () => {
    const desk = setup();
    await desk.shipments(`茶铺,${ORDER_ID},ZTO,75531717195834,${GOODS_1},1,,,`);
    const job = await desk.shipments(
      `茶铺,${OTHER},ZTO,75531717195834,,,,,,`,
      `茶铺,${ORDER_ID},ZTO,75531717195834,${GOODS_1},1,,,`,
      `茶铺,${OTHER},ZTO,75531717195899,${GOODS_1},1,,,`,
      `茶铺,${ORDER_ID},ZTO,75531717195899,${GOODS_1},1,,,`,
    );
    expect(refusals(job)).toEqual([
      `2 waybill waybill-used ${ORDER_ID}`,
      '3 waybill duplicate',
      `5 waybill waybill-used ${OTHER}`,
    ]);
  });

  it('refuses the rest of a package however its waybill is written in the bad row', async () => {
    const desk = setup();
    const job = await desk.shipments(
      `茶铺,${ORDER_ID},ZTO,7553 1717 195834,${GOODS_1},many,,,`,
      `茶铺,${ORDER_ID},ZTO,7553 1717 195834,${GOODS_2},2,,,`,
      `茶铺,${OTHER},ZTO,７５５３１７１７１９５８０１,${GOODS_1},many,,,`,
      `茶铺,${OTHER},ZTO,75531717195801,${GOODS_2},2,,,`,
    );
    expect(desk.saved).toEqual([]);
    expect(refusals(job)).toEqual([
      '2 quantity not-a-number',
      '3 order_id not-possible #2',
      '4 quantity not-a-number',
      '5 order_id not-possible #4',
    ]);
  });

  it('refuses a waybill the platform shows on another order', async () => {
    const desk = setup({ parcels: [{ carrierCode: 'ZTO', carrierName: '', waybill: '75531717195834', items: [] }] });
    const job = await desk.shipments(`茶铺,${OTHER},ZTO,75531717195834,,,,,,`);
    expect(refusals(job)).toEqual([`2 waybill waybill-used ${ORDER_ID}`]);
  });

  it('does not save goods that left, or orders that were stopped, while the file was being checked', async () => {
    const desk = setup();
    const packed = { productId: '10000108361211', skuId: '2368925321', quantity: 2 };
    const atTheBench: SendPayload = {
      version: 1,
      kind: 'send',
      orderId: ORDER_ID,
      whole: false,
      deliver: { type: 'courier', carrierCode: 'YTO', carrierName: '圆通速递', waybill: 'YT5779383891732' },
      items: [packed],
    };
    desk.whileChecking = () => {
      if (desk.ops.length > 0) return;
      desk.ops.push({ id: 'op-bench', state: 'ready', shopId: 'shop-1', payload: atTheBench });
      desk.orders.putPulled(order({ orderId: OTHER, flags: ['after-sale'] }), NOW_MS);
    };
    const job = await desk.shipments(
      `茶铺,${OTHER},ZTO,75531717195834,,,,,,`,
      `茶铺,${ORDER_ID},ZTO,75531717195801,${GOODS_1},1,,,`,
      `茶铺,${ORDER_ID},ZTO,75531717195802,${GOODS_2},2,,,`,
    );
    expect(desk.saved.map(({ payload }) => payload.items)).toEqual([
      [{ productId: '10000108361212', skuId: '2368925322', quantity: 2 }],
    ]);
    expect(job).toMatchObject({ accepted: 1, refused: 2 });
  });

  it('ships virtual goods without courier and keeps to the rules of the platform', async () => {
    const desk = setup({ deliverMethod: 'virtual' });
    const job = await desk.shipments(
      `茶铺,${ORDER_ID},ZTO,75531717195834,,,,,,1`,
      `茶铺,${OTHER},,,,,,,,3`,
      `茶铺,${ORDER_ID},,,,,,,,3`,
    );
    expect(refusals(job)).toEqual(['2 waybill rule virtual-needs-no-courier', '3 waybill rule courier-needed']);
    expect(desk.saved[0]?.payload).toMatchObject({ deliver: { type: 'none' }, whole: true });
  });

  it('keeps serial numbers with their goods and asks for them where they are missing', async () => {
    const desk = setup({ lines: [orderLine(1, { quantity: 1, needsSerialNumber: true }), orderLine(2)] });
    const job = await desk.shipments(
      `茶铺,${ORDER_ID},ZTO,75531717195801,${GOODS_1},1,,,`,
      `茶铺,${ORDER_ID},ZTO,75531717195802,${GOODS_1},1,,C02XK1ABJG5J,`,
    );
    expect(refusals(job)).toEqual(['2 waybill rule serial-number-missing']);
    expect(desk.saved[0]?.payload.items).toEqual([
      {
        productId: '10000108361211',
        skuId: '2368925321',
        quantity: 1,
        serialNumbers: [{ serialNumber: 'C02XK1ABJG5J' }],
      },
    ]);
  });

  it('takes the IMEI codes of a device beside its one serial number', async () => {
    const desk = setup({ lines: [orderLine(1, { quantity: 2, needsSerialNumber: true })] });
    const imei = ['860000000000017', '860000000000025'] as const;
    const job = await desk.shipments(
      `茶铺,${ORDER_ID},ZTO,75531717195801,${GOODS_1},1,,SN-EXAMPLE-1,,${imei.join(',')}`,
      `茶铺,${ORDER_ID},ZTO,75531717195802,${GOODS_1},1,,,,${imei[0]}`,
      `茶铺,${ORDER_ID},ZTO,75531717195803,${GOODS_1},2,,SN-EXAMPLE-1 SN-EXAMPLE-2,,${imei[0]}`,
      `茶铺,${ORDER_ID},ZTO,75531717195804,${GOODS_1},1,,SN-EXAMPLE-3,,12`,
    );
    expect(refusals(job)).toEqual(['3 imei1 inconsistent', '4 imei1 inconsistent', '5 imei1 bad-format']);
    expect(desk.saved[0]?.payload.items[0]).toMatchObject({
      serialNumbers: [{ serialNumber: 'SN-EXAMPLE-1', imei1: imei[0], imei2: imei[1] }],
    });
  });

  it('takes the link of a course, and says what of it is missing', async () => {
    const desk = setup({ deliverMethod: 'virtual', lines: [orderLine(1)] });
    const row = (...course: readonly string[]) => `茶铺,${ORDER_ID},,,,,,,,3,,,${course.join(',')}`;
    const wrong = [
      ['', 'pages/course', '', ''],
      ['wxexample', '', '', ''],
      ['wxexample', 'pages/course', '2026-12-01', ''],
    ] as const;
    for (const [index, column] of ['course_appid missing', 'course_path missing', 'course_start bad-format'].entries())
      expect(refusals(await desk.shipments(row(...(wrong[index] ?? []))))[0]).toContain(column);
    await desk.shipments(row('wxexample', 'pages/course', '2026-12-01 08:00', '2026-12-31 20:00:00'));
    expect(desk.saved[0]?.payload).toMatchObject({
      deliver: {
        type: 'none',
        courseInfo: { appId: 'wxexample', path: 'pages/course', startTimeS: 1_796_083_200, endTimeS: 1_798_718_400 },
      },
    });
    const goods = setup();
    const courier = await goods.shipments(`茶铺,${ORDER_ID},ZTO,75531717195834,,,,,,,,,wxexample,pages/course`);
    expect(refusals(courier)).toEqual(['2 course_appid inconsistent']);
  });

  it('saves nothing when the carrier list cannot be had, and stops at a full disk', async () => {
    const desk = setup();
    desk.carrierProblem = { code: 'carrier-list-missing', shop: '茶铺' };
    expect(await desk.shipments(`茶铺,${ORDER_ID},ZTO,75531717195834,,,,,,`)).toMatchObject({
      state: 'failed',
      problem: { code: 'carrier-list-missing' },
    });
    desk.carrierProblem = null;
    desk.refusal = { code: 'disk-full', dir: '/data' };
    expect(await desk.shipments(`茶铺,${ORDER_ID},ZTO,75531717195834,,,,,,`)).toMatchObject({
      state: 'failed',
      accepted: 0,
      problem: { code: 'disk-full' },
    });
    desk.refusal = { code: 'op-duplicate', orderId: ORDER_ID, waybill: '75531717195834' };
    expect(refusals(await desk.shipments(`茶铺,${ORDER_ID},ZTO,75531717195834,,,,,,`))).toEqual([
      '2 waybill duplicate',
    ]);
  });
});
