import { expect, test } from 'vitest';
import { wireOf } from '../../../../electron/services/platforms/wechat-channels/wire.ts';
import type { CorrectPayload, OpPayload } from '../../../../shared/domain/shipment.ts';
import { payloadOf } from '../../../support/sample-order.ts';

const bytesOf = (payload: OpPayload) => {
  const wire = wireOf(payload);
  if (!('body' in wire)) throw new Error(wire.message);
  return wire;
};
const sent = (payload: OpPayload) => {
  const { path, body } = bytesOf(payload);
  const text = Buffer.from(body).toString('utf8');
  return { path, text, json: JSON.parse(text) as unknown };
};
const goods = [{ productId: '12345', skuId: '678910', quantity: 1 }];

test('a parcel by courier is the document’s own sample', () => {
  const deliver = { type: 'courier', carrierCode: 'YD', carrierName: '韵达', waybill: '23424324253' } as const;
  const { path, json } = sent(payloadOf({ orderId: '123456', deliver, items: goods }));
  expect(path).toBe('/channels/ec/order/delivery/send');
  expect(json).toEqual({
    order_id: '123456',
    delivery_list: [
      {
        delivery_id: 'YD',
        waybill_id: '23424324253',
        deliver_type: 1,
        product_infos: [{ product_cnt: 1, product_id: '12345', sku_id: '678910' }],
      },
    ],
  });
});

test('a course is the document’s own sample', () => {
  const courseInfo = { startTimeS: 1675180800, endTimeS: 1675958400, appId: 'wxabcdes', path: 'path' };
  const { json } = sent(payloadOf({ orderId: '123456', deliver: { type: 'none', courseInfo }, items: goods }));
  expect(json).toEqual({
    order_id: '123456',
    delivery_list: [
      {
        deliver_type: 3,
        product_infos: [{ product_cnt: 1, product_id: '12345', sku_id: '678910' }],
        course_info: {
          start_time: 1675180800,
          end_time: 1675958400,
          course_path: { type: 0, wxa_appid: 'wxabcdes', wxa_path: 'path' },
        },
      },
    ],
  });
});

test('nineteen digits leave as text, exactly, and a count leaves as a number', () => {
  const { text } = sent(payloadOf({ orderId: '3705115058471208928' }));
  expect(text).toContain('"order_id":"3705115058471208928"');
  expect(text).toContain('"product_cnt":1');
});

test('virtual goods carry neither carrier nor waybill nor an empty course', () => {
  expect(sent(payloadOf({ deliver: { type: 'none' } })).json).toEqual({
    order_id: '3705115058471208928',
    delivery_list: [{ deliver_type: 3, product_infos: [{ product_cnt: 1, product_id: 'P1', sku_id: 'S1' }] }],
  });
});

test('a serial number goes along with the IMEI codes that are known', () => {
  const serial = { serialNumber: 'SN-EXAMPLE-01', imei1: '860000000000001' };
  const payload = payloadOf({ items: [{ productId: 'P1', skuId: 'S1', quantity: 1, serialNumbers: [serial] }] });
  expect(sent(payload).json).toMatchObject({
    delivery_list: [{ sn_info: { sn_code: 'SN-EXAMPLE-01', imei1: '860000000000001' } }],
  });
  expect(sent(payload).text).not.toContain('imei2');
});

test('items of one article are one entry', () => {
  const twice = [
    { productId: 'P1', skuId: 'S1', quantity: 1 },
    { productId: 'P1', skuId: 'S1', quantity: 2 },
  ];
  expect(sent(payloadOf({ items: twice })).json).toMatchObject({
    delivery_list: [{ product_infos: [{ product_cnt: 3, product_id: 'P1', sku_id: 'S1' }] }],
  });
});

const correction = (whole: boolean): CorrectPayload => ({
  version: 1,
  kind: 'correct',
  orderId: '3705115058471208928',
  whole,
  from: { carrierCode: 'ZTO', carrierName: '中通', waybill: '75531717195834' },
  to: { carrierCode: 'SF', carrierName: '顺丰', waybill: 'SF3125619415852' },
  items: [{ productId: 'P1', skuId: 'S1', quantity: 2 }],
});
const products = [{ product_cnt: 2, product_id: 'P1', sku_id: 'S1' }];

test('an order that left as one parcel is corrected as a whole', () => {
  const { path, json } = sent(correction(true));
  expect(path).toBe('/channels/ec/order/deliveryinfo/update');
  expect(json).toEqual({
    order_id: '3705115058471208928',
    delivery_list: [{ deliver_type: 1, delivery_id: 'SF', waybill_id: 'SF3125619415852', product_infos: products }],
  });
});

test('one parcel of several is corrected by its old and its new number', () => {
  expect(sent(correction(false)).json).toEqual({
    order_id: '3705115058471208928',
    change_infos: [
      {
        old: { delivery_id: 'ZTO', waybill_id: '75531717195834', product_infos: products },
        new: { delivery_id: 'SF', waybill_id: 'SF3125619415852', product_infos: products },
      },
    ],
  });
});

test('the same payload always makes the same bytes', () => {
  const payload = payloadOf();
  expect(Buffer.from(bytesOf(payload).body)).toEqual(Buffer.from(bytesOf(structuredClone(payload)).body));
});
