import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SEARCH_FILE } from '../../../electron/services/db/open.ts';
import { order, orderLine, ORDER_ID } from '../orders/desk.ts';
import { openSearchDesk, type SearchDesk } from './search-desk.ts';

const WAYBILL = '75123456785717';

async function setup(): Promise<SearchDesk> {
  const desk = openSearchDesk();
  desk.orders.putPulled(
    order({
      note: '请放快递柜，谢谢',
      sellerNote: '加一张贺卡',
      lines: [
        orderLine(1, { title: '正山小种红茶 礼盒装', variant: '500g', skuCode: 'TEA-HC-01', barcode: '6901234567892' }),
      ],
    }),
    0,
  );
  desk.orders.putPulled(
    order({ orderId: '5800000000000000001', shopId: 'shop-2', lines: [orderLine(1, { title: '绿茶 散装' })] }),
    0,
  );
  desk.addOp({ orderId: ORDER_ID, waybill: WAYBILL, serial: 'SN-8842X', requestId: 'rid-0f3a-99' });
  await desk.search.indexer.catchUp();
  return desk;
}

const ids = (desk: SearchDesk, text: string): readonly string[] =>
  desk.search.finder.orders(text, 20).map(({ orderId }) => orderId);

describe('a search for a number', () => {
  it.each([
    ['an order number', ORDER_ID, 'order'],
    ['a waybill', WAYBILL, 'waybill'],
    ['a waybill as people group it', '7512 3456 7857 17', 'waybill'],
    ['a waybill in full-width digits', '７５１２３４５６７８５７１７', 'waybill'],
    ['the last four digits of a waybill', '5717', 'waybill'],
    ['the beginning of a waybill', '751234', 'waybill'],
    ['a serial number in small letters', 'sn-8842x', 'serial'],
    ["the platform's mark of a call", 'rid-0f3a-99', 'request'],
  ])('finds the order by %s', async (_what, text, by) => {
    const desk = await setup();
    expect(desk.search.finder.orders(text, 20)[0]).toMatchObject({ orderId: ORDER_ID, by });
  });

  it('puts the whole number before one that only ends in it', async () => {
    const desk = await setup();
    desk.addOp({ orderId: '9', shopId: 'shop-2', waybill: `99${WAYBILL}` });
    await desk.search.indexer.catchUp();
    expect(ids(desk, WAYBILL)).toEqual([ORDER_ID, '9']);
  });

  it('finds what was saved a moment ago, before the index has heard of it', async () => {
    const desk = await setup();
    desk.addOp({ orderId: '77', waybill: 'SF1122334455' });
    expect(ids(desk, 'sf1122334455')).toEqual(['77']);
  });
});

describe('a search for a text', () => {
  it.each([
    ['two Chinese characters', '红茶'],
    ['one Chinese character', '柜'],
    ['a part of the title', '小种红茶 礼盒'],
    ['words of two lines', '红茶 贺卡'],
    ['a variant', '500G'],
    ['a part of an article number', 'hc-01'],
    ['a barcode of goods', '6901234567892'],
    ["the buyer's message", '快递柜'],
    ['who packed it', '王敏'],
    ['full-width letters', '５００ｇ'],
  ])('finds the order by %s', async (_what, text) => expect(ids(await setup(), text)).toEqual([ORDER_ID]));

  it('takes back texts that only hold the same pairs of characters', async () => {
    const desk = await setup();
    desk.orders.putPulled(order({ orderId: '42', lines: [orderLine(1, { title: '茶叶罐 红茶具' })] }), 0);
    await desk.search.indexer.catchUp();
    expect(ids(desk, '红茶 叶罐')).toEqual(['42']);
    expect(ids(desk, '茶红')).toEqual([]);
  });

  it('finds an order by its new text and no longer by the old one', async () => {
    const desk = await setup();
    desk.orders.putPulled(
      order({ updatedAt: '2026-11-21T00:00:00.000Z', lines: [orderLine(1, { title: '白毫银针' })] }),
      0,
    );
    await desk.search.indexer.catchUp();
    expect(ids(desk, '银针')).toEqual([ORDER_ID]);
    expect(ids(desk, '红茶')).toEqual([]);
  });

  it('takes quotes, stars and brackets for what they are', async () => {
    const desk = await setup();
    for (const text of ['"', '*', 'a" OR b', '(红茶', "'; DROP", '红茶*'])
      expect(Array.isArray(ids(desk, text))).toBe(true);
    expect(ids(desk, '(红茶')).toEqual([]);
  });

  it('names the people and carriers that are called so', async () => {
    const desk = await setup();
    expect(desk.search.finder.names('王', 5)).toEqual([{ kind: 'operator', name: '王敏' }]);
    expect(desk.search.finder.names('中通', 5)).toEqual([{ kind: 'carrier', name: '中通快递' }]);
  });
});

describe('the search file', () => {
  it('goes on where it was at the next start', async () => {
    const desk = await setup();
    desk.addOp({ orderId: '88', waybill: 'YT880088' });
    const next = await desk.reopened();
    expect(next.search.indexer.building()).toBe(false);
    await next.search.indexer.catchUp();
    expect(ids(next, '0088')).toEqual(['88']);
  });

  it.each([
    ['lost', (file: string) => rmSync(file)],
    [
      'damaged',
      (file: string) => writeFileSync(file, 'no database, but long enough to be taken for the head of one. '.repeat(9)),
    ],
    [
      'of another data folder',
      (_file: string, { database }: SearchDesk) => database.exec('UPDATE epoch SET started_at_ms = 5'),
    ],
  ])('is built again when it is %s', async (_what, spoil) => {
    const desk = await setup();
    await desk.search.close();
    for (const suffix of ['-wal', '-shm']) rmSync(join(desk.dataDir, `${SEARCH_FILE}${suffix}`), { force: true });
    spoil(join(desk.dataDir, SEARCH_FILE), desk);
    desk.database.close();
    const next = openSearchDesk(desk.dataDir);
    expect(next.search.indexer.building()).toBe(true);
    await next.search.indexer.catchUp();
    expect(ids(next, '红茶')).toEqual([ORDER_ID]);
    expect(ids(next, '5717')).toEqual([ORDER_ID]);
  });
});
