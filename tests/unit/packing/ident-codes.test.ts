import { describe, expect, it } from 'vitest';
import { order, orderLine, ORDER_ID, OTHER_ORDER_ID, setup, who } from './bench.ts';
import { openWholeDesk } from './whole-desk.ts';
import type { PlatformId } from '../../../shared/domain/platforms/platform-id.ts';

const PHONE = '6901234567892';
const [IMEI, OTHER_IMEI, THIRD_IMEI] = ['860000000000009', '350000000000006', '990000000000002'];
const [WAYBILL, OTHER_WAYBILL] = ['75531717195834', '75531717195835'];

const phones = (quantity: number, platform: PlatformId = 'wechat-channels', orderId = ORDER_ID) =>
  order({ orderId, platform, lines: [orderLine(1, PHONE, quantity, { needsSerialNumber: true })] });

function bench(quantity = 1, platform: PlatformId = 'wechat-channels') {
  const desk = setup([phones(quantity, platform)]);
  return {
    ...desk,
    problem: () => desk.packing.view().blocked?.problem,
    seen: async () => await desk.packing.act({ action: 'acknowledge' }, who()),
    codes: () => desk.packing.view().packages[0]?.items[0]?.codes,
  };
}

describe('the numbers of a piece', () => {
  it('are its serial number, and the IMEIs scanned behind it where the platform takes them', async () => {
    const { scan, codes, saved } = bench();
    await scan(ORDER_ID, PHONE);
    expect(await scan('XY812345')).toBe('all-packed');
    expect(await scan(IMEI, OTHER_IMEI)).toBe('all-packed');
    expect(codes()).toEqual(['XY812345', IMEI, OTHER_IMEI]);
    expect(await scan(WAYBILL)).toBe('order-saved');
    const numbers = [{ serialNumber: 'XY812345', imei1: IMEI, imei2: OTHER_IMEI }];
    expect(saved[0]?.items[0]?.serialNumbers).toEqual(numbers);
  });

  it('have as many IMEIs as the platform takes: the next number is what it is anyway', async () => {
    const { scan, codes, problem } = bench(1, 'vv-tool');
    await scan(ORDER_ID, PHONE, 'XY812345', IMEI, OTHER_IMEI);
    expect(codes()).toEqual(['XY812345', IMEI]);
    expect(problem()?.code).not.toBe('serial-number-twice');
  });

  it('are refused at the scan where an IMEI was read wrongly, and taken when read again', async () => {
    const { scan, problem, codes } = bench();
    await scan(ORDER_ID, PHONE);
    expect(await scan('860000000000008')).toBe('refused');
    expect(problem()).toEqual({ code: 'imei-misread', text: '860000000000008' });
    expect(await scan(IMEI)).toBe('all-packed');
    expect(codes()).toEqual([IMEI]);
    await scan('XY8-NO-WAYBILL');
    expect(codes()).toEqual([IMEI]);
  });

  it('have the form the platform takes: Douyin takes fifteen to seventeen digits', async () => {
    const { scan, problem, seen, codes } = bench(1, 'douyin-fengchao');
    await scan(ORDER_ID, PHONE);
    expect(await scan('XY812345')).toBe('refused');
    expect(problem()?.code).toBe('serial-number-invalid');
    await seen();
    expect(await scan(IMEI)).toBe('all-packed');
    expect(codes()).toEqual([IMEI]);
  });

  it('are never the same twice, in the package, in the order, or as serial number and IMEI', async () => {
    const { scan, problem, seen, key } = bench(2);
    await scan(ORDER_ID, PHONE, 'XY812345', IMEI);
    await key('new-package');
    await scan(PHONE);
    for (const again of [IMEI, 'xy812345']) {
      expect(await scan(again)).toBe('refused');
      expect(problem()).toEqual({ code: 'serial-number-twice', text: again.toUpperCase() });
      await seen();
    }
    expect(await scan('XY812346')).toBe('all-packed');
    expect(await scan(IMEI)).toBe('refused');
    expect(problem()?.code).toBe('serial-number-twice');
  });

  it('are none of a sealed package: what looks like an IMEI is then its waybill', async () => {
    const { scan, key, codes } = bench();
    await scan(ORDER_ID, PHONE, 'XY812345');
    await key('seal');
    expect(await scan(IMEI)).toBe('carrier-wanted');
    expect(codes()).toEqual(['XY812345']);
  });

  it('are taken back one by one', async () => {
    const { scan, key, codes } = bench();
    await scan(ORDER_ID, PHONE, 'XY812345', IMEI);
    await key('undo');
    expect(codes()).toEqual(['XY812345']);
    expect(await scan(THIRD_IMEI)).toBe('all-packed');
    expect(codes()).toEqual(['XY812345', THIRD_IMEI]);
  });

  it('survive a restart, also from a draft that knew serial numbers only', async () => {
    const { scan, reopen, database, codes } = bench();
    await scan(ORDER_ID, PHONE, 'XY812345', IMEI);
    expect(reopen().view().packages[0]?.items[0]?.codes).toEqual(codes());
    const draft = database.prepare<[], { body: string }>('SELECT body FROM packing_draft').get()?.body ?? '';
    const before = draft.replaceAll(`{"serialNumber":"XY812345","imei1":"${IMEI}"}`, '"XY812345"');
    database.prepare('UPDATE packing_draft SET body = ?').run(before);
    expect(reopen().view().packages[0]?.items[0]?.codes).toEqual(['XY812345']);
  });

  it('that left with an earlier order are refused with its number, when and by whom', async () => {
    const desk = openWholeDesk();
    const shopId = desk.shops.list()[0]?.id ?? '';
    desk.know({ ...phones(1), shopId });
    desk.know({ ...phones(1, 'wechat-channels', OTHER_ORDER_ID), shopId });
    expect(await desk.scan(ORDER_ID, PHONE, 'XY812345', IMEI, WAYBILL)).toBe('order-saved');
    await desk.scan(OTHER_ORDER_ID, PHONE);
    for (const again of ['XY812345', IMEI]) {
      expect(await desk.scan(again)).toBe('refused');
      const problem = { code: 'serial-number-used', text: again, orderId: ORDER_ID, operator: 'Mei' };
      expect(desk.view().blocked?.problem).toMatchObject(problem);
      await desk.key('acknowledge');
    }
    expect(await desk.scan('XY812346', OTHER_IMEI, OTHER_WAYBILL)).toBe('order-saved');
  });
});

describe('a number that looks like an IMEI while a waybill is waited for', () => {
  const ready = async () => {
    const desk = bench();
    await desk.scan(ORDER_ID, PHONE, 'XY812345');
    return { ...desk, asked: () => desk.packing.view().maybeWaybill };
  };

  it('is told as taken for one, and one key makes it the waybill after all', async () => {
    const { scan, key, asked, codes, packing } = await ready();
    expect(asked()).toBeUndefined();
    await scan(IMEI);
    expect(asked()).toBe(IMEI);
    expect(await key('as-waybill')).toBe('carrier-wanted');
    expect(packing.view().carrierChoice?.waybill).toBe(IMEI);
    expect(codes()).toEqual(['XY812345']);
    expect(asked()).toBeUndefined();
  });

  it('is the waybill by its barcode too, also where it was refused as a misread IMEI', async () => {
    const { scan, command, asked, problem, packing, codes } = await ready();
    const yunda = '350000000000007';
    expect(await scan(yunda)).toBe('refused');
    expect(problem()?.code).toBe('imei-misread');
    expect(asked()).toBe(yunda);
    expect(await command('as-waybill')).toBe('carrier-wanted');
    expect(packing.view()).toMatchObject({ blocked: null, carrierChoice: { waybill: yunda } });
    expect(codes()).toEqual(['XY812345']);
  });

  it('is asked about only until the next thing was done, and never while goods are missing', async () => {
    const { scan, key, asked, codes } = await ready();
    await scan(IMEI);
    await key('repeat');
    expect(asked()).toBeUndefined();
    expect(await key('as-waybill')).toBe('not-now');
    expect(codes()).toEqual(['XY812345', IMEI]);
    const two = bench(2);
    await two.scan(ORDER_ID, PHONE, 'XY812345', IMEI);
    expect(two.packing.view().maybeWaybill).toBeUndefined();
    expect(await two.key('as-waybill')).toBe('not-now');
  });

  it('stays an IMEI where it cannot be the waybill', async () => {
    const desk = setup([phones(1), order({ orderId: OTHER_ORDER_ID, labels: [IMEI ?? ''] })]);
    await desk.scan(ORDER_ID, PHONE, 'XY812345', IMEI ?? '');
    expect(await desk.key('as-waybill')).toBe('refused');
    expect(desk.packing.view().blocked?.problem).toMatchObject({ code: 'waybill-used', orderId: OTHER_ORDER_ID });
    expect(desk.packing.view().packages[0]?.items[0]?.codes).toEqual(['XY812345', IMEI]);
  });
});
