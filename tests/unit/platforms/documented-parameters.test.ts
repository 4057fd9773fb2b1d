import { expect, test } from 'vitest';
import { formOf } from '../../../electron/services/platforms/douyin-fengchao/call.ts';
import { optionsOf as douyinOptions } from '../../../electron/services/platforms/douyin-fengchao/options.ts';
import { requestData, wireEntry } from '../../../electron/services/platforms/douyin-fengchao/wire.ts';
import { optionsOf as vvOptions } from '../../../electron/services/platforms/vv-tool/options.ts';
import { sendFields } from '../../../electron/services/platforms/vv-tool/wire.ts';
import type { Wire } from '../../../electron/services/platforms/wechat/mutation.ts';
import { wireOf as channelsWire } from '../../../electron/services/platforms/wechat-channels/wire.ts';
import { wireOf as dropshipWire } from '../../../electron/services/platforms/wechat-dropship/wire.ts';
import { wireOf as miniShopWire } from '../../../electron/services/platforms/wechat-mini-shop/wire.ts';
import type { CorrectPayload, SendPayload } from '../../../shared/domain/shipment.ts';
import { tell } from '../../support/tell.ts';
import * as documented from './documented-parameters.ts';
import { accountAt, standingClock } from './quiet-deps.ts';
import { payloadOf } from '../../support/sample-order.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Leaf = readonly [path: string, value: Json];

/** Every value of a body with the names that lead to it. */
function leavesOf(value: Json, path = ''): readonly Leaf[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => leavesOf(item, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, path === '' ? key : `${path}.${key}`));
}

const IS: Readonly<Record<documented.WireType, (value: Json) => boolean>> = {
  string: (value) => typeof value === 'string' && value !== '',
  digits: (value) => typeof value === 'string' && /^\d+$/.test(value),
  number: (value) => typeof value === 'number',
  bool: (value) => typeof value === 'boolean',
};

const parsed = (bytes: Uint8Array | string): Json => JSON.parse(Buffer.from(bytes).toString('utf8')) as Json;
function wired(wire: Wire): Json {
  if (!('body' in wire)) throw new Error(wire.message);
  return parsed(wire.body);
}

const goods = [{ productId: '12345', skuId: '678910', quantity: 1, childOrderId: '11' }];
const serialNumbers = [{ serialNumber: '860000000000017', imei1: '860000000000025', imei2: '860000000000033' }];
const withSerial = [{ ...goods[0], productId: '12345', skuId: '678910', quantity: 1, serialNumbers }];
const courier = (carrierCode: string, carrierName = '') =>
  ({ type: 'courier', carrierCode, carrierName, waybill: '23424324253' }) as const;
const courseInfo = { startTimeS: 1675180800, endTimeS: 1675958400, appId: 'wxexample', path: 'path' };
const plain = payloadOf({ orderId: '123456', deliver: courier('YD'), items: goods });
const correction: CorrectPayload = {
  version: 1,
  kind: 'correct',
  orderId: '123456',
  whole: true,
  from: { carrierCode: 'YD', carrierName: '', waybill: '23424324253' },
  to: { carrierCode: 'SF', carrierName: '', waybill: 'SF120930535' },
  items: goods,
};

const douyin = accountAt('https://douyin.example', {
  credentials: { appId: 'A1', appSecret: 'example-secret', sellerNick: 'oms1', senderId: '60001' },
});
const noAddress = { ...douyin, credentials: { ...douyin.credentials, senderId: '' } };
function douyinEntry(payload: SendPayload, account = douyin): Json {
  const wire = wireEntry(payload, douyinOptions(account));
  if (!wire.ok) throw new Error(wire.error.message);
  const [entry] = parsed(requestData([wire.value])) as readonly Json[];
  return entry ?? null;
}
const douyinForm = (): Json =>
  Object.fromEntries(
    new URLSearchParams(
      Buffer.from(formOf({ clock: standingClock(0) }, douyin, [['request_data', '[]']])).toString('utf8'),
    ),
  );
const unlisted: SendPayload = { ...plain, deliver: courier('qita', '城际快运'), rejectRefund: true, items: withSerial };

const vv = { shopId: '1234567', vvtype: '2', senderId: '10001', cancelId: '10002' };
function vvForm(payload: SendPayload, credentials: Readonly<Record<string, string>>): Json {
  const fields = sendFields(payload, vvOptions(accountAt('https://vv.example', { credentials })));
  if (!fields.ok) throw new Error(fields.error.message);
  return Object.fromEntries(fields.value);
}

const CALLS: readonly (readonly [call: string, rows: readonly documented.Parameter[], bodies: readonly Json[]])[] = [
  [
    'product/delivery/send',
    documented.MINI_SHOP_SEND,
    [plain, { ...plain, whole: false }, { ...plain, deliver: { type: 'none' } } as const].map((payload) =>
      wired(miniShopWire(payload)),
    ),
  ],
  [
    'channels/ec/order/delivery/send',
    documented.CHANNELS_SEND,
    [plain, { ...plain, items: withSerial }, { ...plain, deliver: { type: 'none', courseInfo } } as const].map(
      (payload) => wired(channelsWire(payload)),
    ),
  ],
  ['the form of dd/order/logistics/add', documented.DOUYIN_FORM, [douyinForm()]],
  [
    'request_data of dd/order/logistics/add',
    documented.DOUYIN_ADD,
    [douyinEntry(plain, noAddress), douyinEntry(unlisted)],
  ],
  [
    'request_data of dd/order/logistics/addmultipack',
    documented.DOUYIN_ADD_PACK,
    [douyinEntry({ ...plain, whole: false }, noAddress), douyinEntry({ ...unlisted, whole: false })],
  ],
  ['dropship/supplier/delivery/send', documented.DROPSHIP_SEND, [wired(dropshipWire(plain))]],
  ['dropship/supplier/delivery/update', documented.DROPSHIP_UPDATE, [wired(dropshipWire(correction))]],
  [
    'tool/erps/send',
    documented.VV_SEND,
    [
      vvForm(plain, { shopId: '1234567' }),
      vvForm({ ...plain, whole: false, items: withSerial }, { ...vv, retailStoreId: '1', retailStoreType: 'STORE' }),
    ],
  ],
];

test.each(CALLS)(
  '%s sends each documented parameter in its type where it applies, and nothing else',
  (name, rows, bodies) => {
    const sent = bodies.map((body) => leavesOf(body));
    const known = new Map(rows.map(([path, type, when]) => [path, { type, when }]));
    for (const [path, value] of sent.flat()) {
      const row = known.get(path);
      expect(row === undefined || row.when === 'never', `${name} sends ${path}`).toBe(false);
      if (row !== undefined) expect(IS[row.type](value), `${path} as ${row.type}: ${JSON.stringify(value)}`).toBe(true);
    }
    const has = (body: readonly Leaf[], path: string): boolean => body.some(([each]) => each === path);
    for (const [path, , when] of rows) {
      if (when === 'always')
        expect(
          sent.filter((body) => !has(body, path)),
          `${path} in every body`,
        ).toEqual([]);
      if (when === 'where-it-applies') {
        expect(
          sent.some((body) => has(body, path)),
          `${path} in one body`,
        ).toBe(true);
        expect(sent.every((body) => has(body, path)) && sent.length > 1, `${path} left out of one`).toBe(false);
      }
    }
  },
);

test('how many parameters of each call are covered is told', (context) => {
  for (const [name, rows] of CALLS) {
    expect(new Set(rows.map(([path]) => path)).size).toBe(rows.length);
    const never = rows.filter(([, , when]) => when === 'never').length;
    tell(context, `${name}: ${rows.length - never} parameters sent${never === 0 ? '' : `, ${never} never`}`);
  }
});
