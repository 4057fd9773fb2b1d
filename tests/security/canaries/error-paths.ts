import { onTestFinished } from 'vitest';
import type { PlatformId } from '../../../shared/domain/platforms/platform-id.ts';
import { ADDRESS, BUYER, ORDER, PHONE, PIN, SECRET, WAYBILL } from './canary.ts';
import { type CanaryDesk, openCanaryDesk } from './canary-desk.ts';
import { SILENT, startQuotingPlatform, WAYS } from './quoting-platform.ts';

/** One way in which things go wrong with canaries at hand; gives the desk that went through it. */
export type ErrorPath = { readonly name: string; readonly run: () => Promise<CanaryDesk> };

const CREDENTIALS: Readonly<Record<PlatformId, Readonly<Record<string, string>>>> = {
  'wechat-channels': { appId: 'wx0000000000000001', appSecret: SECRET },
  'wechat-mini-shop': { appId: 'wx0000000000000002', appSecret: SECRET },
  'wechat-dropship': { appId: 'wx0000000000000003', appSecret: SECRET },
  'douyin-fengchao': { appId: '700001', appSecret: SECRET, sellerNick: 'tea' },
  'vv-tool': { account: 'tea', accessKey: SECRET, shopId: '1', vvtype: '1' },
};

/** Each way with a token that was had, and without; one that never answers only after it gave one. */
const TURNS = Object.keys(WAYS).flatMap((way) =>
  (way === SILENT ? (['gives'] as const) : (['gives', 'refused'] as const)).map((token) => ({ way, token })),
);

/** Every call a shop makes, in each of the ways a platform can fail, with and without a token. */
const platformPath = (platform: PlatformId): ErrorPath => ({
  name: `${platform}: every call, every way to fail`,
  run: async () => {
    const desk = await openCanaryDesk();
    const served = await startQuotingPlatform();
    onTestFinished(served.close);
    const { client, putFile } = desk;
    await client.settings.set({ key: 'outbox.callTimeoutMs', value: 200 });
    for (const [at, { way, token }] of TURNS.entries()) {
      const shop = `${way}: token ${token}`;
      const baseUrl = served.addressOf(way, token);
      const added = await client.shops.add({ name: shop, platform, baseUrl, credentials: CREDENTIALS[platform] });
      if (!added.ok) throw new Error(JSON.stringify(added.error));
      const orderId = `${ORDER}${100 + at}`;
      const orders = `shop,order_id,sku_id,product_id,quantity\n${shop},${orderId},22${at},11${at},1\n`;
      await client.orders.importFile({ kind: 'orders', fileId: putFile('orders.csv', orders), wait: true });
      const parcel = `shop,order_id,carrier,waybill\n${shop},${orderId},ZTO,${WAYBILL}${100 + at}\n`;
      await client.orders.importFile({ kind: 'shipments', fileId: putFile('ship.csv', parcel), wait: true });
      if (way === SILENT) continue;
      await client.shops.test({ shop });
      await client.shops.authorise({ shop });
      await client.shops.carriers({ shop, refresh: true });
      await client.orders.pull({ shop, wait: true });
      await client.orders.lookUp({ shop, code: orderId });
    }
    await client.outbox.drain({ untilIdle: false, timeoutMs: 4_000 });
    const { rows } = valueOf(await client.outbox.list({ limit: 1_000 }));
    for (const { id, shop } of rows) {
      if (!shop.startsWith(SILENT)) await client.outbox.lookAgain({ id });
      await client.outbox.story({ id });
    }
    const sent = rows.filter(({ attempts }) => attempts > 0).length;
    if (sent < Object.keys(WAYS).length / 2) throw new Error(`only ${sent} of ${rows.length} shipments were sent`);
    await client.shops.list({});
    await client.system.status({});
    return desk;
  },
});

const PERSONAL = '收件人,手机,收货地址';
const imported = (name: string, file: string, content: string | Uint8Array, quotes = false): ErrorPath => ({
  name: `an import: ${name}`,
  run: async () => {
    const desk = await openCanaryDesk();
    for (const kind of ['orders', 'shipments', 'corrections'] as const)
      await desk.client.orders.importFile({ kind, fileId: desk.putFile(file, content), wait: true });
    // What stood in a refused cell is told to the person who uploaded it, and to nobody else.
    if (quotes) desk.said.length = 0;
    return desk;
  },
});

const imports: readonly ErrorPath[] = [
  imported(
    'columns about the buyer',
    'a.csv',
    `shop,order_id,sku_id,quantity,waybill,${PERSONAL}\nTea,1,2,1,W1,${BUYER},${PHONE},${ADDRESS}\n`,
  ),
  imported('the same without what is needed', 'a.csv', `${PERSONAL}\n${BUYER},${PHONE},${ADDRESS}\n`),
  imported('an archive that is none', 'a.xlsx', `PK\u0003\u0004${BUYER}${PHONE}${ADDRESS}${SECRET}`),
  imported('a quote that never closes', 'a.csv', `shop,order_id\nTea,"${BUYER},${PHONE}\n${ADDRESS}`),
  imported(
    'a buyer in the wrong cell',
    'a.csv',
    `shop,order_id,sku_id,quantity,waybill\n${BUYER},${PHONE},${ADDRESS},${PHONE},${ADDRESS}\n`,
    true,
  ),
];

/** What a program throws may quote anything. */
const thrown = (): never => {
  throw new TypeError(`cannot seal ${SECRET} for ${BUYER}, ${PHONE}, ${ADDRESS}`);
};

const bugs: readonly ErrorPath[] = [
  {
    name: 'a key store that throws',
    run: async () => {
      let broken = false;
      const pass = async <Value>(value: Value): Promise<Value> => (broken ? thrown() : value);
      const seal = (plain: string) => pass(Buffer.from(plain).map((byte) => byte ^ 0x5a));
      const open = (sealed: Uint8Array) => pass(Buffer.from(sealed.map((byte) => byte ^ 0x5a)).toString());
      const desk = await openCanaryDesk({ cipher: { name: 'broken', available: true, seal, open } });
      broken = true;
      const credentials = CREDENTIALS['wechat-channels'];
      await desk.client.shops.add({ name: 'Tea', platform: 'wechat-channels', credentials });
      await desk.client.shops.test({ shop: 'Tea' });
      await desk.client.operators.add({ name: 'Bo', role: 'admin', pin: PIN });
      return desk;
    },
  },
  {
    name: 'a host that throws',
    run: async () => {
      const desk = await openCanaryDesk({ resolveProxy: async () => thrown(), notify: async () => thrown() });
      const credentials = CREDENTIALS['wechat-channels'];
      await desk.client.shops.add({ name: 'Tea', platform: 'wechat-channels', credentials });
      await desk.client.shops.test({ shop: 'Tea' });
      return desk;
    },
  },
  {
    name: 'messages that are wrong around a secret',
    run: async () => {
      const desk = await openCanaryDesk();
      const inputs = [{ pin: PIN }, { credentials: { appSecret: SECRET } }, [SECRET, PHONE], { shop: { name: BUYER } }];
      for (const input of inputs)
        for (const name of ['shops.add', 'operators.signIn', 'operators.setPin', 'orders.importFile', 'system.info'])
          desk.said.push(JSON.stringify(await desk.backend.call({ name, input }, { role: 'admin', operator: 'Ling' })));
      return desk;
    },
  },
];

const people: ErrorPath = {
  name: 'PINs, right and wrong',
  run: async () => {
    const desk = await openCanaryDesk();
    const { client, clientOf } = desk;
    const bo = valueOf(await client.operators.add({ name: 'Bo', role: 'admin', pin: PIN }));
    const window = clientOf({ role: 'anyone', operator: '', session: 'bench' });
    await window.operators.signIn({ operatorId: bo.id, pin: `${PIN.slice(1)}7` });
    await window.operators.signIn({ operatorId: bo.id, pin: PIN });
    await window.operators.setOwnPin({ pin: PIN, newPin: '111111' });
    await window.operators.showBadge({ code: PIN });
    await client.operators.setPin({ id: bo.id, pin: PIN });
    const override = { operatorId: bo.id, pin: PIN, reason: 'test', note: '' };
    const packer = { role: 'packer', operator: 'Mei', session: 'bench' } as const;
    for (const name of ['operators.list', 'outbox.cancel', 'shops.remove'])
      desk.said.push(
        JSON.stringify(await desk.backend.call({ name, input: { shop: 'x', id: 'x', reason: 'y' }, override }, packer)),
      );
    await client.operators.badgeSheet({ ids: [bo.id], language: 'en' });
    return desk;
  },
};

/** Every error path inside the app. */
export const ERROR_PATHS: readonly ErrorPath[] = [
  ...(Object.keys(CREDENTIALS) as PlatformId[]).map(platformPath),
  ...imports,
  ...bugs,
  people,
];

function valueOf<Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: unknown },
): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
