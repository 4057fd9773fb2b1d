import { describe, expect, it } from 'vitest';
import { buildOrder } from '../../../electron/training/practice/build-order.ts';
import { PRACTICE_CARRIERS } from '../../../electron/training/practice/carriers.ts';
import { findProduct, PRODUCTS } from '../../../electron/training/practice/catalogue.ts';
import { furtherOrders } from '../../../electron/training/practice/further-orders.ts';
import { ORDER_KINDS, type OrderKind } from '../../../electron/training/practice/practice-order.ts';
import { PRACTICE_SHOPS, practiceShop } from '../../../electron/training/practice/practice-shops.ts';
import { practiceSerial } from '../../../electron/training/practice/serial-numbers.ts';
import { practiceWaybills, waybillsForOrder } from '../../../electron/training/practice/waybills.ts';
import { drawPicture, PICTURE_NAMES } from '../../../electron/training/pictures/draw-picture.ts';
import { isChineseEan } from '../../../shared/domain/barcode.ts';
import { guessCarriers } from '../../../shared/domain/carriers/guess-carriers.ts';
import { DAY_MS } from '../../../shared/kernel/time.ts';
import { WaybillSchema } from '../../../shared/domain/waybill.ts';

const baseMs = Date.parse('2026-11-21T08:00:00Z');
const orders = Array.from({ length: 200 }, (_, index) => buildOrder({ seed: 1, seq: index + 1, baseMs }));

/** Ways of handing over that only some platforms have. */
const WITHOUT_LABEL: readonly OrderKind[] = ['same-city', 'pickup'];

describe('the 200 practice orders', () => {
  it('are the same for the same seed and others for another', () => {
    expect(buildOrder({ seed: 1, seq: 17, baseMs })).toEqual(orders[16]);
    expect(buildOrder({ seed: 2, seq: 17, baseMs }).orderId).not.toBe(orders[16]?.orderId);
  });

  it('have unique 19-digit numbers that a JavaScript number would spoil', () => {
    const ids = orders.map((order) => order.orderId);
    expect(new Set(ids).size).toBe(200);
    for (const id of ids) {
      expect(id).toMatch(/^37\d{17}$/);
      expect(String(BigInt(Number(id)))).not.toBe(id);
    }
  });

  it('hold every kind of situation, easy ones first, in both shops', () => {
    const kinds = ORDER_KINDS.filter((kind) => !WITHOUT_LABEL.includes(kind));
    expect(new Set(orders.map((order) => order.kind))).toEqual(new Set(kinds));
    expect(orders[0]?.kind).toBe('single');
    expect(orders[0]?.lines).toHaveLength(1);
    expect(new Set(orders.map((order) => order.shop))).toEqual(
      new Set([practiceShop('living').appId, practiceShop('digital').appId]),
    );
    expect(orders.some((order) => order.buyerNote !== '')).toBe(true);
    expect(orders.some((order) => order.lines.some((line) => line.freeGift))).toBe(true);
  });

  it('lie within the longest window of a pull, some of them late today', () => {
    for (const order of orders) {
      expect(order.createdMs).toBeGreaterThanOrEqual(baseMs - 6 * DAY_MS);
      expect(order.createdMs).toBeLessThan(baseMs);
    }
    expect(orders.filter((order) => order.deadlineMs < baseMs).length).toBeGreaterThan(0);
    expect(orders.filter((order) => order.deadlineMs < baseMs + DAY_MS / 3).length).toBeGreaterThan(5);
    expect(orders.filter((order) => order.deadlineMs > baseMs + DAY_MS / 2).length).toBeGreaterThan(150);
  });
});

describe('the orders of the further shops', () => {
  const further = furtherOrders({ seed: 1, baseMs, count: 40, firstSeq: 201 });
  const ofShop = (key: 'mini' | 'supplier' | 'taobao' | 'douyin') =>
    further.filter((order) => order.shop === practiceShop(key).appId);

  it('are forty each, numbered as their platform numbers them', () => {
    expect(further).toHaveLength(160);
    for (const { orderId } of ofShop('supplier')) expect(orderId).toMatch(/^44\d{17}$/);
    for (const { orderId } of ofShop('mini')) expect(orderId).toMatch(/^(?:18\d{17}|13\d{14})$/);
    for (const { orderId } of ofShop('taobao')) expect(orderId).toMatch(/^53\d{16}$/);
    for (const { orderId } of ofShop('douyin')) expect(orderId).toMatch(/^69\d{17}$/);
    expect(ofShop('mini').filter(({ orderId }) => orderId.length === 19).length).toBeGreaterThan(20);
    for (const { orderId } of further.filter((order) => order.orderId.length >= 18))
      expect(String(BigInt(Number(orderId)))).not.toBe(orderId);
    expect(new Set([...orders, ...further].map((order) => order.orderId)).size).toBe(360);
  });

  it('leave the orders of the Channels shops as they were, and lie within one pull', () => {
    expect(new Set(further.map((order) => order.seq)).size).toBe(160);
    for (const order of further) expect(order.createdMs).toBeGreaterThanOrEqual(baseMs - 6 * DAY_MS);
    expect(ofShop('mini').some((order) => order.kind === 'same-city')).toBe(true);
    expect(ofShop('mini').some((order) => order.kind === 'pickup')).toBe(true);
    expect(ofShop('supplier').some((order) => order.kind === 'shipped')).toBe(true);
  });

  it('belong to shops whose names, ids and secrets are plainly invented and differ', () => {
    expect(new Set(PRACTICE_SHOPS.map((shop) => shop.appId)).size).toBe(PRACTICE_SHOPS.length);
    expect(new Set(PRACTICE_SHOPS.map((shop) => shop.key)).size).toBe(PRACTICE_SHOPS.length);
    for (const shop of PRACTICE_SHOPS) expect(shop.name).toContain('练习');
  });
});

describe('the practice goods', () => {
  it('are at least 24, each with a drawing, numbers of the right length and a real barcode', () => {
    expect(PRODUCTS.length).toBeGreaterThanOrEqual(24);
    const skus = PRODUCTS.flatMap((product) => product.skus);
    expect(new Set(skus.map((sku) => sku.skuCode)).size).toBe(skus.length);
    expect(new Set(skus.map((sku) => sku.skuId)).size).toBe(skus.length);
    for (const product of PRODUCTS) {
      expect(product.productId).toMatch(/^\d{14}$/);
      expect(PICTURE_NAMES).toContain(product.picture);
      for (const sku of product.skus) {
        expect(sku.skuId).toMatch(/^\d{10}$/);
        expect(drawPicture(product.picture, sku.accent)).toContain('</svg>');
        if (product.kind === 'goods' || product.kind === 'subsidy') expect(isChineseEan(sku.skuCode)).toBe(true);
      }
    }
  });

  it('have pictures of their own, without script or anything loaded', () => {
    const pictures = PICTURE_NAMES.map((name) => drawPicture(name, '#4a9b6e'));
    expect(new Set(pictures).size).toBe(PICTURE_NAMES.length);
    for (const picture of pictures) expect(picture).not.toMatch(/script|href|url\(|on\w+=/);
  });

  it('are found by their number', () => {
    expect(findProduct(PRODUCTS[0]?.productId ?? '')).toBe(PRODUCTS[0]);
    expect(findProduct('1')).toBeUndefined();
  });
});

describe('practice parcel numbers', () => {
  it.each(PRACTICE_CARRIERS.map((carrier) => carrier.code))('%s has a thousand of its own shape', (code) => {
    const carrier = PRACTICE_CARRIERS.find((one) => one.code === code);
    const waybills = practiceWaybills(code);
    expect(new Set(waybills).size).toBe(1000);
    expect(practiceWaybills(code)).toEqual(waybills);
    for (const waybill of waybills) {
      expect(WaybillSchema.safeParse(waybill).success).toBe(true);
      if (carrier?.shape !== undefined) expect(waybill).toMatch(carrier.shape);
    }
  });

  it('are recognised by the app for what they are', () => {
    const carriers = PRACTICE_CARRIERS.map(({ code, name }) => ({ code, name }));
    for (const carrier of PRACTICE_CARRIERS.filter((one) => one.shape !== undefined))
      for (const waybill of practiceWaybills(carrier.code, 50))
        expect(guessCarriers(waybill, carriers)[0], `${carrier.code} ${waybill}`).toMatchObject({ code: carrier.code });
  });

  it('belong to one order each', () => {
    const [first, second] = [waybillsForOrder('1', 'ZTO', 2), waybillsForOrder('2', 'ZTO', 2)];
    expect(new Set([...first, ...second]).size).toBe(4);
    expect(waybillsForOrder('1', 'ZTO', 2)).toEqual(first);
  });
});

describe('practice serial numbers', () => {
  it('carry an IMEI whose check digit is right', () => {
    const { imei1 } = practiceSerial('1', '2');
    const sum = [...imei1]
      .map((digit, index) => Number(digit) * (index % 2 === 0 ? 1 : 2))
      .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
    expect(imei1).toMatch(/^\d{15}$/);
    expect(sum % 10).toBe(0);
  });
});
