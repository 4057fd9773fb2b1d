import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../electron/services/files/read-csv.ts';
import { decoderFor } from '../../../electron/services/files/text-encoding.ts';
import { ORDER_LAYOUT, SHIPMENT_LAYOUT } from '../../../shared/domain/import-columns.ts';
import { encodeGbk, readWhole, utf8 } from './file-samples.ts';

const CHINESE =
  '店铺,订单号,规格ID,数量,商品名称,备注\r\n茶铺,3704612354559743233,2368925324,2,"龙井 ""明前""，特级\n罐装",放门口\r\n';
const EXPECTED = {
  shop: '茶铺',
  order_id: '3704612354559743233',
  sku_id: '2368925324',
  quantity: '2',
  title: '龙井 "明前"，特级\n罐装',
  receiver_note: '放门口',
};

describe('reading CSV', () => {
  it.each([
    ['UTF-8', utf8(CHINESE)],
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${CHINESE}`)],
    ['GBK', encodeGbk(CHINESE)],
    ['UTF-16 as a spreadsheet exports it', Buffer.from(`\uFEFF${CHINESE}`, 'utf16le')],
  ])('reads %s with every character and digit as it was', async (_name, bytes) => {
    const { records, problem } = await readWhole(bytes, ORDER_LAYOUT);
    expect(problem).toBeNull();
    expect(records).toEqual([{ row: 2, cells: EXPECTED, lost: [] }]);
  });

  it.each([1, 2, 3, 5, 7, 64, 65_536])('tears no character when it is fed %i bytes at a time', async (chunkBytes) => {
    const body = Array.from(
      { length: 40 },
      (_, index) => `"茶叶${index}，\n𠮷祥","370461235455974${index + 1000}"`,
    ).join('\n');
    for (const bytes of [utf8(body), encodeGbk(body.replaceAll('𠮷', '吉'))]) {
      const decoder = decoderFor(bytes);
      if (!decoder.ok) throw new Error(decoder.error.code);
      const cells: string[][] = [];
      for await (const slice of readCsv(bytes, decoder.value, chunkBytes))
        if (slice.ok) cells.push(...slice.value.rows.map((row) => [...row.cells]));
      const sign = decoder.value.encoding === 'utf-8' ? '𠮷' : '吉';
      expect(cells).toEqual(
        Array.from({ length: 40 }, (_, index) => [`茶叶${index}，\n${sign}祥`, `370461235455974${index + 1000}`]),
      );
    }
  });

  it('understands headers in English or Chinese, in any case, with blanks, stars and notes', async () => {
    const { records } = await readWhole(utf8(' SHOP ,*Order ID（必填）,SKU_ID,Qty\nTea,A-1,9,3\n'), ORDER_LAYOUT);
    expect(records[0]?.cells).toEqual({ shop: 'Tea', order_id: 'A-1', sku_id: '9', quantity: '3' });
  });

  it('finds tabs and semicolons as delimiters', async () => {
    for (const sign of ['\t', ';'])
      expect(
        (await readWhole(utf8(`店铺${sign}订单号${sign}快递单号\nTea${sign}1${sign}ABC123\n`), SHIPMENT_LAYOUT))
          .records,
      ).toHaveLength(1);
  });

  it('counts rows as a spreadsheet does, empty lines included', async () => {
    const { records } = await readWhole(utf8('\nshop,order_id,waybill\n\nTea,1,W1\n,,\nTea,2,W2'), SHIPMENT_LAYOUT);
    expect(records.map(({ row }) => row)).toEqual([4, 6]);
  });

  it('takes the marks off that keep a spreadsheet from rounding, and tells when it has rounded', async () => {
    const { records } = await readWhole(
      utf8('shop,order_id,waybill\nTea,"=""3704612354559743233""",\'0012345678\nTea,3.70461E+18,W2\n'),
      SHIPMENT_LAYOUT,
    );
    expect(records[0]?.cells).toMatchObject({ order_id: '3704612354559743233', waybill: '0012345678' });
    expect(records[1]).toMatchObject({ lost: ['order_id'] });
  });

  it('keeps nothing of columns an import does not need', async () => {
    const { records } = await readWhole(
      utf8('shop,order_id,waybill,收件人,手机\nTea,1,W1,王小明,13800000000\n'),
      SHIPMENT_LAYOUT,
    );
    expect(JSON.stringify(records)).not.toMatch(/王小明|13800000000/);
  });

  it('names the missing columns and those that were found', async () => {
    const { problem } = await readWhole(utf8('店铺,单据,数量\nTea,1,1\n'), ORDER_LAYOUT);
    expect(problem).toEqual({
      code: 'file-columns-missing',
      columns: 'order_id 订单号, sku_id 规格ID / product_id 商品ID / sku_code 商家编码 / barcode 条码',
      found: '店铺, 单据, 数量',
    });
  });

  it.each([
    ['an empty file', utf8(''), 'empty'],
    ['a file of blank lines', utf8('\n\n\n'), 'empty'],
    ['an old Excel file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), 'xls'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0xd]), 'binary'],
    [
      'bytes of no known encoding',
      Uint8Array.from([...utf8('shop,order_id,waybill\nTea,1,'), 0xff, 0xff, 0x0a]),
      'encoding',
    ],
    ['a quote that never closes', utf8('shop,order_id,waybill\nTea,1,"W1\nTea,2,W2\n'), 'quotes'],
    ['a cell of megabytes', utf8(`shop,order_id,waybill\nTea,1,"${'x'.repeat(600_000)}"\n`), 'row-too-long'],
  ])('refuses %s with its reason', async (_name, bytes, detail) => {
    expect((await readWhole(bytes, SHIPMENT_LAYOUT)).problem).toEqual({ code: 'file-unreadable', detail });
  });
});
