import { describe, expect, it } from 'vitest';
import { NOW_MS, openDesk, ORDER_ID, order, orderFile } from './desk.ts';

const ROW = `茶铺,${ORDER_ID},10000108361211,2368925321,A-1,6901234567892,明前龙井,2,放门口,2026-12-01 18:00`;

describe('importing orders', () => {
  it('makes one order of all rows with the same shop and number, wherever they stand', async () => {
    const desk = openDesk();
    const job = await desk.importText(
      orderFile([
        ROW,
        'Tea,3704612354559743233,1,2,,,别的店,1,,',
        '茶铺,3704612354559743999,1,2,,,别的单,1,,',
        `茶铺,${ORDER_ID},10000108361211,2368925322,A-2,,铁观音,1,轻放,2026-11-30`,
      ]),
    );
    expect(job).toMatchObject({ state: 'done', phase: 'finished', accepted: 3, refused: 0, rows: [], problem: null });
    const imported = desk.orders.get('shop-1', ORDER_ID);
    expect(imported).toMatchObject({
      platform: 'wechat-channels',
      status: 'to-ship',
      note: '放门口\n轻放',
      deadline: '2026-11-30T15:59:59.000Z',
      parcels: [],
    });
    expect(imported?.lines).toMatchObject([
      { lineNo: 1, skuId: '2368925321', skuCode: 'A-1', barcode: '6901234567892', quantity: 2 },
      { lineNo: 2, skuId: '2368925322', quantity: 1 },
    ]);
    expect(desk.orders.findByCode(ORDER_ID)).toHaveLength(2);
    expect(desk.staged()).toBe(0);
  });

  it('refuses rows with their number, column and reason, and takes the other orders', async () => {
    const desk = openDesk();
    const { rows, accepted, refused, state } = await desk.importText(
      orderFile([
        ROW,
        ',1001,1,2,,,,1,,',
        '没有的店,1002,1,2,,,,1,,',
        '茶铺,,1,2,,,,1,,',
        '茶铺,10/03,1,2,,,,1,,',
        '茶铺,3.70461E+18,1,2,,,,1,,',
        '茶铺,1004,1,2,,,,二,,',
        '茶铺,1005,1,2,,,,0,,',
        '茶铺,1006,1,2,,,,,,',
        '茶铺,1007,,,,,,1,,',
        '茶铺,1008,1,,A-9,,,1,,',
        '茶铺,1009,1,2,,,,1,,31/12/2026',
        '茶铺,1010,1,2,,,,1,,2126-01-01',
        `茶铺,1011,1,2,,,${'长'.repeat(501)},1,,`,
      ]),
    );
    expect({ state, accepted, refused }).toEqual({ state: 'done', accepted: 1, refused: 13 });
    expect(rows.map(({ row, column, reason }) => `${row} ${column} ${reason}`)).toEqual([
      '3 shop missing',
      '4 shop unknown-shop',
      '5 order_id missing',
      '6 order_id bad-format',
      '7 order_id lost-digits',
      '8 quantity not-a-number',
      '9 quantity out-of-range',
      '10 quantity missing',
      '11 sku_id missing',
      '12 sku_id missing',
      '13 deadline bad-format',
      '14 deadline out-of-range',
      '15 title too-long',
    ]);
    expect(rows[1]?.value).toBe('没有的店');
    expect(desk.orderIds()).toEqual([ORDER_ID]);
  });

  it('refuses the whole order of a refused row and says so for each of its rows', async () => {
    const desk = openDesk();
    const job = await desk.importText(
      orderFile([ROW, `茶铺,${ORDER_ID},1,3,,,,x,,`, '茶铺,77,1,2,,,,1,,', '茶铺,77,1,2,,,,3,,']),
    );
    expect(job.accepted).toBe(0);
    expect(job.rows).toMatchObject([
      { row: 2, reason: 'not-possible', value: ORDER_ID },
      { row: 3, reason: 'not-a-number', value: 'x' },
      { row: 4, reason: 'not-possible', value: '77' },
      { row: 5, reason: 'duplicate', detail: '#4' },
    ]);
    expect(desk.orderIds()).toEqual([]);
  });

  it('adds barcodes to a pulled order by article number, and refuses goods it does not have', async () => {
    const desk = openDesk();
    const [first] = order().lines;
    desk.orders.putPulled(order({ lines: [{ ...first!, skuCode: 'A-1' }] }), NOW_MS);
    expect((await desk.importText(orderFile([`茶铺,${ORDER_ID},,,A-1,6901234567892,,1,,`]))).accepted).toBe(1);
    expect(desk.orders.get('shop-1', ORDER_ID)?.lines[0]).toMatchObject({ barcode: '6901234567892', quantity: 2 });
    const { rows } = await desk.importText(orderFile([`茶铺,${ORDER_ID},,,B-9,6901234567893,,1,,`]));
    expect(rows).toMatchObject([{ row: 2, reason: 'goods-not-in-order', value: 'B-9' }]);
  });

  it('keeps the first five hundred refused rows and counts all', async () => {
    const job = await openDesk().importText(orderFile(Array.from({ length: 700 }, () => '茶铺,1,1,2,,,,x,,')));
    expect([job.refused, job.rows.length]).toEqual([700, 500]);
  });

  it('fails as a whole on a file it cannot read to its end, and leaves nothing', async () => {
    const desk = openDesk();
    const rows = Array.from({ length: 2_000 }, (_, index) => `茶铺,${index + 1},1,2,,,,1,,`);
    const job = await desk.importText(`${orderFile(rows)}\n茶铺,"3`);
    expect(job).toMatchObject({ state: 'failed', accepted: 0, problem: { code: 'file-unreadable', detail: 'quotes' } });
    expect(desk.orderIds()).toEqual([]);
    expect(desk.staged()).toBe(0);
  });
});
