import { expect, test } from 'vitest';
import { requestIdOf } from '../../../../electron/services/platforms/douyin-fengchao/request-id.ts';
import { requestData, wireEntry } from '../../../../electron/services/platforms/douyin-fengchao/wire.ts';
import { SendPayloadSchema, type SendPayload } from '../../../../shared/domain/shipment.ts';
import { payloadOf } from '../../../support/sample-order.ts';

const options = { appId: 'A1', appSecret: 'example-secret', sellerNick: 'oms1', addressId: '' };
const parcel = (carrierCode = 'zhongtong', carrierName = '') =>
  ({ type: 'courier', carrierCode, carrierName, waybill: '75531717195834' }) as const;
const item = (child: string, quantity: number, more: object = {}) => ({
  productId: 'P1',
  skuId: `S${child}`,
  quantity,
  childOrderId: child,
  ...more,
});
const douyin = (more: Partial<SendPayload> = {}): SendPayload =>
  payloadOf({ orderId: '4948795729456854758', deliver: parcel(), items: [item('11', 1)], ...more });
const dataOf = (payload: SendPayload, addressId = ''): string => {
  const wire = wireEntry(payload, { ...options, addressId });
  if (!wire.ok) throw new Error(wire.error.message);
  return requestData([wire.value]);
};

test('a whole order leaves exactly as the page’s sample', () => {
  expect(dataOf(douyin())).toBe(
    '[{"order_id":"4948795729456854758","company_code":"zhongtong","logistics_code":"75531717195834"}]',
  );
});

test('optional fields come only where there is something to say, and never the abolished one', () => {
  const serials = {
    serialNumbers: [{ serialNumber: '546443524543534' }, { serialNumber: 'XY8', imei1: '646443524543534' }],
  };
  const full = douyin({ items: [item('11', 2, serials)], deliver: parcel('qita', '城际快运'), rejectRefund: true });
  expect(dataOf(full, '6918490006302719314')).toBe(
    '[{"order_id":"4948795729456854758","company_code":"qita","logistics_code":"75531717195834","company":"城际快运",' +
      '"serial_number_list":["546443524543534","646443524543534"],"address_id":6918490006302719314,"is_reject_refund":true}]',
  );
  for (const payload of [douyin(), douyin({ whole: false })]) {
    expect(dataOf(payload)).not.toMatch(/reject|logistics_id"|address_id|serial|"company"/);
  }
});

test('a package of a split order names every child once, all in one call', () => {
  const split = douyin({ whole: false, items: [item('12', 1), item('11', 2), item('12', 2)] });
  const [entry] = JSON.parse(dataOf(split)) as [Record<string, unknown>];
  expect(entry).toEqual({
    order_id: '4948795729456854758',
    request_id: requestIdOf(split),
    object_id: requestIdOf(split),
    pack_list: [
      {
        shipped_order_info: [
          { shipped_order_id: '11', shipped_num: 2 },
          { shipped_order_id: '12', shipped_num: 3 },
        ],
        company_code: 'zhongtong',
        logistics_code: '75531717195834',
      },
    ],
  });
  expect(wireEntry(douyin({ whole: true, split: true }), options)).toMatchObject({
    value: { path: expect.stringContaining('addmultipack') },
  });
});

test('the request id follows from the saved package alone', () => {
  const split = douyin({ whole: false, items: [item('11', 2), item('12', 1)] });
  const reread = SendPayloadSchema.parse(JSON.parse(JSON.stringify(split)));
  expect(requestIdOf(split)).toMatch(/^[0-9a-f]{32}$/);
  expect(requestIdOf(reread)).toBe(requestIdOf(split));
  expect(requestIdOf({ ...split, items: split.items.toReversed() })).toBe(requestIdOf(split));
  const others: readonly Partial<SendPayload>[] = [
    { orderId: '4948795729456854759' },
    { items: [item('11', 1), item('12', 1)] },
    { items: [item('11', 2), item('13', 1)] },
    { deliver: parcel('yunda') },
    { deliver: { ...parcel(), waybill: '75531717195835' } },
    { rejectRefund: true },
  ];
  expect(new Set(others.map((other) => requestIdOf({ ...split, ...other }))).size).toBe(others.length);
  for (const other of others) expect(requestIdOf({ ...split, ...other })).not.toBe(requestIdOf(split));
});

test('entries of a batch stand in the order of their numbers', () => {
  const ids = ['6918490006302719316', '6918490006302719314', '6918490006302719315'];
  const wires = ids.map((orderId) => wireEntry(douyin({ orderId }), options));
  const data = requestData(wires.flatMap((wire) => (wire.ok ? [wire.value] : [])));
  expect([...data.matchAll(/"order_id":"(\d+)"/g)].map(([, id]) => id)).toEqual(ids.toSorted());
});

test.each([
  ['order', douyin({ orderId: 'A-1' })],
  ['deliver-type', douyin({ deliver: { type: 'none' } })],
  ['carrier', douyin({ deliver: parcel('中通快递') })],
  ['items', douyin({ whole: false, items: [{ productId: 'P1', skuId: 'S1', quantity: 1 }] })],
  ['serial-number', douyin({ items: [item('11', 1, { serialNumbers: [{ serialNumber: 'XY8' }] })] })],
] as const)('what has no form on the wire is refused before anything is sent: %s', (field, payload) => {
  expect(wireEntry(payload, options)).toMatchObject({ ok: false, error: { field } });
});
