import { describe, expect, it } from 'vitest';
import { ORDER_ID, OTHER_ORDER_ID, order, orderLine, setup, who } from './bench.ts';

const [TEA, CUP] = ['6901234567892', '6909876543218'];
const WAYBILL = '75531717195834';

describe('the packing bench', () => {
  it('packs one order in one package and saves it whole', async () => {
    const { scan, packing, saved } = setup();
    expect(await scan(ORDER_ID)).toBe('order-opened');
    expect(await scan(TEA)).toBe('item-accepted');
    expect(await scan(TEA)).toBe('line-complete');
    expect(await scan(CUP)).toBe('all-packed');
    expect(packing.view().step).toBe('waybill');
    expect(await scan(WAYBILL)).toBe('order-saved');
    expect(packing.view()).toMatchObject({ step: 'saved', saved: { waybill: WAYBILL, carrierName: '中通快递' } });
    expect(saved).toHaveLength(1);
    expect(saved[0]).toMatchObject({
      orderId: ORDER_ID,
      whole: true,
      deliver: { carrierCode: 'ZTO', waybill: WAYBILL },
    });
    expect(saved[0]?.items.map((item) => item.quantity)).toEqual([2, 1]);
  });

  it('packs one order in two packages, each with its own goods and waybill', async () => {
    const { scan, key, packing, saved } = setup();
    await scan(ORDER_ID, TEA);
    expect(await key('seal')).toBe('sealed');
    expect(packing.view()).toMatchObject({ step: 'waybill', currentPackage: 1, unpacked: 2 });
    expect(await scan(WAYBILL)).toBe('package-saved');
    expect(packing.view().step).toBe('items');
    await scan(TEA, CUP);
    expect(await scan('75531717195835')).toBe('order-saved');
    expect(saved.map((payload) => payload.whole)).toEqual([false, false]);
    expect(saved.map((payload) => payload.items.map((item) => item.quantity))).toEqual([[1], [1, 1]]);
  });

  it('keeps filling a second package before the first one has its waybill', async () => {
    const { scan, key, packing } = setup();
    await scan(ORDER_ID, TEA);
    expect(await key('new-package')).toBe('package-opened');
    expect(packing.view()).toMatchObject({ step: 'items', currentPackage: 2 });
    await scan(TEA, CUP);
    await scan(WAYBILL, '75531717195835');
    expect(packing.view().packages.map((box) => [box.no, box.state, box.waybill])).toEqual([
      [1, 'saved', WAYBILL],
      [2, 'saved', '75531717195835'],
    ]);
  });

  it('refuses goods of another order and stays stopped until acknowledged', async () => {
    const { scan, key, packing } = setup();
    await scan(ORDER_ID, TEA);
    expect(await scan('6900000000007')).toBe('refused');
    expect(packing.view().blocked).toMatchObject({
      problem: { code: 'item-not-in-order' },
      scanned: '6900000000007',
      expected: 'Goods 1',
    });
    expect(await scan('6900000000007')).toBe('refused');
    expect(await key('seal')).toBe('refused');
    expect(packing.view().blocked?.problem.code).toBe('item-not-in-order');
    expect(await key('acknowledge')).toBe('acknowledged');
    expect(packing.view().blocked).toBeNull();
  });

  it('tells of a key that means nothing in passing, and stops nobody', async () => {
    const { scan, key, packing } = setup();
    expect(await key('undo')).toBe('nothing-to-undo');
    await scan(ORDER_ID);
    expect(await key('undo')).toBe('nothing-to-undo');
    expect(await key('seal')).toBe('package-empty');
    expect(packing.view().blocked).toBeNull();
    expect(await scan(TEA)).toBe('item-accepted');
  });

  it('takes a goods barcode with a wrong check digit for goods read badly, never for an early waybill', async () => {
    const likely = { code: 'EMS', name: '中国邮政' };
    const { scan, packing } = setup([order()], [likely]);
    await scan(ORDER_ID);
    expect(await scan('6901234567899')).toBe('refused');
    expect(packing.view().blocked?.problem.code).toBe('item-misread');
  });

  it('lets the right code clear an error', async () => {
    const { scan, packing } = setup();
    await scan(ORDER_ID, '6900000000007');
    expect(await scan(TEA)).toBe('item-accepted');
    expect(packing.view().blocked).toBeNull();
  });

  it('refuses surplus and refunded goods', async () => {
    const { scan, key, packing } = setup([
      order({ lines: [orderLine(1, TEA, 1), orderLine(2, CUP, 1, { refundedQuantity: 1 })] }),
    ]);
    await scan(ORDER_ID, CUP);
    expect(packing.view().blocked?.problem.code).toBe('item-refunded');
    await key('acknowledge');
    await scan(TEA);
    expect(await scan(TEA)).toBe('refused');
    expect(packing.view().blocked?.problem.code).toBe('item-surplus');
  });

  it('counts a double read of one trigger pull once, and two deliberate scans twice', async () => {
    const { packing, pass } = setup();
    await packing.scan(ORDER_ID, who());
    pass(500);
    await packing.scan(TEA, who());
    pass(100);
    expect((await packing.scan(TEA, who())).verdict).toBe('double-read');
    pass(300);
    expect((await packing.scan(TEA, who())).verdict).toBe('line-complete');
  });

  it.each([
    ['6901234567892', 'goods-barcode'],
    ['https://example.com/w?id=1', 'link'],
    [ORDER_ID, 'order-number'],
    ['7553', 'too-short'],
    ['7553171719５圆', 'bad-characters'],
  ])('refuses %s where a waybill is due: %s', async (code, reason) => {
    const { scan, packing, saved } = setup([order({ lines: [orderLine(1, '6900000000007', 1)] })]);
    await scan(ORDER_ID, '6900000000007');
    expect(await scan(code)).toBe('refused');
    expect(packing.view().blocked?.problem).toMatchObject({ code: 'scan-not-waybill', reason });
    expect(saved).toHaveLength(0);
  });

  it.each([
    ['\u0001\u0002ABC', 'scan-control-characters'],
    ['A'.repeat(65_536), 'scan-too-long'],
    ['\u200B', 'scan-empty'],
    ['https://example.com/', 'scan-link'],
    ['6900000000007', 'scan-unknown'],
  ])('answers a strange scan with one clear problem (%#)', async (code, problem) => {
    const { scan, packing } = setup();
    expect(await scan(code)).toBe('refused');
    expect(packing.view().blocked?.problem.code).toBe(problem);
  });

  it('refuses a waybill that was used before, also when nothing is open', async () => {
    const { scan, packing, saved } = setup([
      order(),
      order({ orderId: OTHER_ORDER_ID, lines: [orderLine(1, CUP, 1)] }),
    ]);
    await scan(ORDER_ID, TEA, TEA, CUP, WAYBILL);
    await scan(OTHER_ORDER_ID, CUP, WAYBILL);
    expect(packing.view().blocked?.problem).toMatchObject({ code: 'waybill-used', orderId: ORDER_ID });
    expect(saved).toHaveLength(1);
  });

  it('refuses a waybill that another order left with, even where only the platform knows', async () => {
    const parcels = [{ carrierCode: 'ZTO', carrierName: '中通快递', waybill: WAYBILL, items: [] }];
    const { scan, packing, saved } = setup([order(), order({ orderId: OTHER_ORDER_ID, parcels })]);
    expect(await scan(ORDER_ID, TEA, TEA, CUP, WAYBILL)).toBe('refused');
    expect(packing.view().blocked?.problem).toMatchObject({ code: 'waybill-used', orderId: OTHER_ORDER_ID });
    expect(saved).toHaveLength(0);
  });

  it('asks for the carrier when a waybill fits two, and remembers the answer for its shape', async () => {
    const { scan, packing, saved } = setup([order({ lines: [orderLine(1, TEA, 2)] })]);
    await scan(ORDER_ID, TEA);
    await packing.act({ action: 'seal' }, who());
    expect(await scan('76531717195834')).toBe('carrier-wanted');
    expect(packing.view().carrierChoice?.candidates.map((carrier) => carrier.code)).toEqual(['ZTO', 'YUNDA']);
    expect((await packing.act({ action: 'pick-carrier', code: 'YUNDA' }, who())).verdict).toBe('package-saved');
    await scan(TEA);
    expect(await scan('76531717195999')).toBe('order-saved');
    expect(saved.map((payload) => payload.deliver)).toMatchObject([{ carrierCode: 'YUNDA' }, { carrierCode: 'YUNDA' }]);
  });

  it('asks before it uses a number that the platform’s own pattern speaks against, and takes the packer’s word', async () => {
    const odd = { code: 'ZTO', name: '中通快递', waybillPattern: '^99[0-9]{12}$' };
    const { scan, packing, saved } = setup([order({ lines: [orderLine(1, TEA, 1)] })], [odd]);
    await scan(ORDER_ID, TEA);
    expect(await scan(WAYBILL)).toBe('carrier-wanted');
    expect(packing.view().carrierChoice?.candidates).toEqual([odd]);
    expect((await packing.act({ action: 'pick-carrier', code: 'ZTO' }, who())).verdict).toBe('order-saved');
    expect(saved).toHaveLength(1);
  });

  it('lets the platform’s own pattern decide between two carriers', async () => {
    const zto = { code: 'ZTO', name: '中通快递', waybillPattern: '^99[0-9]{12}$' };
    const yunda = { code: 'YUNDA', name: '韵达速递', waybillPattern: '^7[0-9]{13}$' };
    const { scan, saved } = setup([order({ lines: [orderLine(1, TEA, 1)] })], [zto, yunda]);
    await scan(ORDER_ID, TEA);
    expect(await scan('76531717195834')).toBe('order-saved');
    expect(saved[0]?.deliver).toMatchObject({ carrierCode: 'YUNDA' });
  });

  it('says that goods are missing when a waybill comes too early', async () => {
    const { scan, packing } = setup();
    await scan(ORDER_ID, TEA, '75531717195834');
    expect(packing.view().blocked?.problem).toMatchObject({ code: 'scan-waybill-too-early', remaining: 2 });
  });

  it('asks about a second order while one is open, and takes it once the first is put aside', async () => {
    const { scan, key, packing } = setup([order(), order({ orderId: OTHER_ORDER_ID })]);
    await scan(ORDER_ID, OTHER_ORDER_ID);
    expect(packing.view().question).toMatchObject({ kind: 'second-order', text: OTHER_ORDER_ID });
    expect(packing.view().order?.orderId).toBe(ORDER_ID);
    await key('cancel');
    await key('close-order');
    expect(await scan(OTHER_ORDER_ID)).toBe('order-opened');
  });

  it('undoes one composing step at a time, never a saved package', async () => {
    const { scan, key, packing } = setup();
    await scan(ORDER_ID, TEA);
    await key('seal');
    expect(await key('undo')).toBe('undone');
    expect(packing.view().packages[0]?.state).toBe('open');
    expect(await key('undo')).toBe('undone');
    expect(packing.view().unpacked).toBe(3);
    await scan(TEA);
    await key('seal');
    await scan(WAYBILL);
    expect(await key('undo')).toBe('undo-too-late');
    expect(packing.view().blocked).toBeNull();
  });

  it('asks for a serial number for each piece that needs one', async () => {
    const { scan, packing, saved } = setup([order({ lines: [orderLine(1, TEA, 2, { needsSerialNumber: true })] })]);
    await scan(ORDER_ID);
    expect(await scan(TEA)).toBe('serial-wanted');
    expect(await scan('SN0001')).toBe('serial-accepted');
    await scan(TEA);
    expect(await scan('SN0001')).toBe('refused');
    expect(packing.view().blocked?.problem.code).toBe('serial-number-twice');
    expect(await scan('SN0002')).toBe('all-packed');
    await scan(WAYBILL);
    expect(saved[0]?.items[0]?.serialNumbers).toEqual([{ serialNumber: 'SN0001' }, { serialNumber: 'SN0002' }]);
  });

  it('confirms virtual goods without a waybill, as a whole', async () => {
    const { scan, key, packing, saved } = setup([order({ deliverMethod: 'virtual', lines: [orderLine(1, TEA, 1)] })]);
    await scan(ORDER_ID, TEA);
    expect(packing.view().step).toBe('confirm-none');
    expect(await key('confirm-none')).toBe('order-saved');
    expect(saved[0]).toMatchObject({ whole: true, deliver: { type: 'none' } });
  });

  it.each([
    [order({ flags: ['after-sale'] }), 'order-flagged'],
    [order({ status: 'closed' }), 'order-not-shippable'],
    [
      order({ status: 'shipped', parcels: [{ carrierCode: 'ZTO', carrierName: '', waybill: WAYBILL, items: [] }] }),
      'order-nothing-left',
    ],
  ])('does not open an order that must not be packed (%#)', async (each, problem) => {
    const { scan, packing } = setup([each]);
    await scan(ORDER_ID);
    expect(packing.view()).toMatchObject({ order: null, blocked: { problem: { code: problem } } });
  });

  it('finds everything as it was after the program died', async () => {
    const { scan, packing, reopen } = setup();
    await scan(ORDER_ID, TEA, '6900000000007');
    expect(reopen().view()).toEqual(packing.view());
  });

  it('keeps the order of scans that arrive while an earlier one is being worked off', async () => {
    const { packing, pass } = setup();
    const verdicts = await Promise.all(
      [ORDER_ID, TEA, CUP].map((code) => {
        pass(1_000);
        return packing.scan(code, who()).then((outcome) => outcome.verdict);
      }),
    );
    expect(verdicts).toEqual(['order-opened', 'item-accepted', 'line-complete']);
  });
});
