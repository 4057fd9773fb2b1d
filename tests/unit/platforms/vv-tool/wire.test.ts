import fc from 'fast-check';
import { expect, test } from 'vitest';
import { multipartForm, type FormFields } from '../../../../electron/services/platforms/vv-tool/form.ts';
import { optionsOf } from '../../../../electron/services/platforms/vv-tool/options.ts';
import { sendFields } from '../../../../electron/services/platforms/vv-tool/wire.ts';
import { readForm } from '../../../../electron/training/vv-tool/form.ts';
import { companyCode } from '../../../../shared/domain/platforms/vv-tool/company-code.ts';
import type { SendPayload } from '../../../../shared/domain/shipment.ts';
import { accountAt } from '../quiet-deps.ts';

const account = accountAt('https://vv.example', { credentials: { shopId: '1234567' } });
const payload = (more: Partial<SendPayload> = {}): SendPayload => ({
  version: 1,
  kind: 'send',
  orderId: '123',
  whole: true,
  deliver: { type: 'courier', carrierCode: 'POST', carrierName: '中国邮政', waybill: '123456789' },
  items: [{ productId: 'P1', skuId: 'S1', quantity: 1, childOrderId: '1' }],
  ...more,
});
const fields = (more: Partial<SendPayload> = {}, credentials: Record<string, string> = {}) =>
  sendFields(payload(more), optionsOf({ ...account, credentials: { ...account.credentials, ...credentials } }));
const courier = (carrierCode: string, carrierName = '') =>
  ({ type: 'courier', carrierCode, carrierName, waybill: '123456789' }) as const;

test('a whole trade is the document’s sample, field by field', () => {
  expect(fields()).toEqual({
    ok: true,
    value: [
      ['tid', '123'],
      ['out_sid', '123456789'],
      ['company_code', 'POST'],
      ['shop_id', '1234567'],
    ],
  });
});

test('the form is multipart text as in the samples, and the same bytes each time', () => {
  const { body, contentType } = multipartForm([
    ['tid', '123'],
    ['company_code', '城际快运'],
  ]);
  const boundary = contentType.slice('multipart/form-data; boundary='.length);
  expect(Buffer.from(body).toString('utf8')).toBe(
    [
      `--${boundary}`,
      'Content-Disposition: form-data; name="tid"',
      '',
      '123',
      `--${boundary}`,
      'Content-Disposition: form-data; name="company_code"',
      '',
      '城际快运',
      `--${boundary}--`,
      '',
    ].join('\r\n'),
  );
  expect(multipartForm([['tid', '123']])).toEqual(multipartForm([['tid', '123']]));
});

test('no value can end its part or begin another', () => {
  const forged = '1\r\n--DispatchDesk\r\nContent-Disposition: form-data; name="tid"\r\n\r\n999';
  const value = fc.oneof(fc.constant(forged), fc.string(), fc.string({ unit: fc.constantFrom(...'\r\n-D"; name=') }));
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.stringMatching(/^[a-z_]{1,12}$/), { minLength: 1 }),
      fc.infiniteStream(value),
      (names, values) => {
        const sent: FormFields = names.map((name) => [name, values.next().value ?? '']);
        const { body, contentType } = multipartForm(sent);
        const read = readForm({
          method: 'POST',
          path: '/',
          query: new URLSearchParams(),
          header: () => contentType,
          bodyText: Buffer.from(body).toString('utf8'),
          bodyBytes: body.byteLength,
        });
        expect([...(read ?? [])]).toEqual(sent.map(([name, text]) => [name, Buffer.from(text).toString('utf8')]));
      },
    ),
    { numRuns: 500 },
  );
});

test('is_split and sub_tid come together or not at all', () => {
  const items = [
    { productId: 'P1', skuId: 'S1', quantity: 1, childOrderId: '11' },
    { productId: 'P2', skuId: 'S2', quantity: 2, childOrderId: '12' },
    { productId: 'P2', skuId: 'S2', quantity: 1, childOrderId: '12' },
  ];
  const names = (result: ReturnType<typeof fields>) => (result.ok ? Object.fromEntries(result.value) : result);
  expect(names(fields({ items }))).not.toHaveProperty('is_split');
  expect(names(fields({ items, whole: false }))).toMatchObject({ is_split: '1', sub_tid: '11,12' });
  expect(names(fields({ items, whole: true, split: true }))).toMatchObject({ is_split: '1', sub_tid: '11,12' });
  expect(names(fields({ items, whole: false, split: false }))).not.toHaveProperty('sub_tid');
  const nameless = items.map(({ childOrderId: _, ...item }) => item);
  expect(fields({ items: nameless, whole: false })).toMatchObject({ ok: false, error: { field: 'items' } });
});

test('edition 1 is what a call without it means; others are named', () => {
  expect(fields({}, { vvtype: '1' })).toEqual(fields());
  const named = fields({}, { vvtype: '4' });
  expect(named.ok && named.value.at(-1)).toEqual(['vvtype', '4']);
  expect(fields({}, { vvtype: '5' })).toMatchObject({ ok: false, error: { field: 'channel' } });
});

test('the address ids of a shop are numbers or nothing leaves', () => {
  const named = fields({}, { senderId: '10001', cancelId: '10002' });
  expect(named.ok && named.value.slice(-2)).toEqual([
    ['sender_id', '10001'],
    ['cancel_id', '10002'],
  ]);
  for (const wrong of [{ senderId: '发货仓' }, { cancelId: '10002a' }])
    expect(fields({}, wrong)).toMatchObject({ ok: false, error: { field: 'channel' } });
});

test('half a retail store is no store', () => {
  expect(fields({}, { retailStoreId: '1' })).toEqual(fields());
  expect(fields({}, { retailStoreType: 'STORE' })).toEqual(fields());
  const both = fields({}, { retailStoreId: '12345', retailStoreType: 'STORE' });
  expect(both.ok && both.value.at(-1)).toEqual(['feature', 'retailStoreId=12345;retailStoreType=STORE']);
});

test.each([
  ['an order number that is none', { orderId: 'A-1' }, 'order'],
  ['goods without courier', { deliver: { type: 'none' as const } }, 'deliver-type'],
  ['a carrier named other', { deliver: courier('other', 'Other') }, 'carrier'],
  [
    'a captured code the grammar cannot carry',
    {
      items: [{ productId: 'P', skuId: 'S', quantity: 1, childOrderId: '1', serialNumbers: [{ serialNumber: 'a,b' }] }],
    },
    'serial-number',
  ],
])('%s has no form on the wire', (_, more, field) => {
  expect(fields(more)).toMatchObject({ ok: false, error: { field } });
});

test('a listed carrier goes by its code, an unlisted one by a name of at most twenty characters, other never', () => {
  expect(companyCode(courier('YUNDA', '韵达'))).toEqual({ ok: true, value: 'YUNDA' });
  expect(companyCode(courier('DISTRIBUTOR_13222803', ''))).toMatchObject({ ok: true });
  for (const code of ['OTHER', 'other', 'Others', 'qita', '其他', '其它快递'])
    expect(companyCode(courier(code, '城际快运'))).toEqual({ ok: true, value: '城际快运' });
  expect(companyCode(courier('城际快运'))).toEqual({ ok: true, value: '城际快运' });
  expect(companyCode(courier('快'.repeat(20)))).toMatchObject({ ok: true });
  expect(companyCode(courier('😀'.repeat(20)))).toMatchObject({ ok: true });
  for (const bad of [
    courier('快'.repeat(21)),
    courier('OTHER'),
    courier('other', 'OTHER'),
    courier('OTHER', ' '),
    courier('快\u200B递'),
  ])
    expect(companyCode(bad).ok, bad.carrierCode).toBe(false);
});
