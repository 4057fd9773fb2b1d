import { describe, expect, it } from 'vitest';
import { quantityDigits } from '../../../shared/domain/commands/command-code.ts';
import { luhnDigit } from '../../../shared/domain/commands/luhn.ts';
import { ORDER_ID, order, orderLine, OTHER_ORDER_ID, setup } from './bench.ts';

const [TEA, CUP] = ['6901234567892', '6909876543218'];
const WAYBILL = '75531717195834';
const STRANGE = 'KX-0042';
/** Cases of the tea and of something else. */
const [CASE, OTHER_CASE] = ['16901234567899', '16900000000004'];
const both = () => [order(), order({ orderId: OTHER_ORDER_ID, lines: [orderLine(1, CUP, 1)] })];

describe('a scan is taken for what it is', () => {
  it.each([
    ['9900030009', 'command'],
    [quantityDigits(2), 'quantity'],
    [`990200042${luhnDigit('990200042')}`, 'badge'],
    [ORDER_ID, 'order'],
    [WAYBILL, 'waybill'],
    [TEA, 'item'],
    ['hello world', 'nothing'],
  ])('%s with nothing open: %s', async (code, took) => {
    const { scan, packing } = setup();
    await scan(code);
    expect(packing.view().recent[0]?.took).toBe(took);
  });

  it.each([
    ['9900030009', 'command'],
    [TEA, 'item'],
    ['SKU-2', 'item'],
    [ORDER_ID, 'order'],
    [OTHER_ORDER_ID, 'order'],
    [STRANGE, 'nothing'],
  ])('%s with an order open: %s', async (code, took) => {
    const { scan, packing } = setup(both());
    await scan(ORDER_ID, code);
    expect(packing.view().recent[0]?.took).toBe(took);
  });
});

describe('any order of steps', () => {
  it('takes the waybill first and binds it as soon as the box is packed', async () => {
    const { scan, packing, saved } = setup();
    expect(await scan(WAYBILL)).toBe('waybill-parked');
    expect(packing.view().parked.waybill).toBe(WAYBILL);
    expect(await scan(ORDER_ID, TEA, TEA)).toBe('line-complete');
    expect(await scan(CUP)).toBe('order-saved');
    expect(saved[0]).toMatchObject({ orderId: ORDER_ID, deliver: { waybill: WAYBILL } });
    expect(packing.view().parked.waybill).toBeNull();
  });

  it('keeps the packed goods where the parked waybill turns out to be used', async () => {
    const { scan, packing, saved } = setup(both());
    await scan(WAYBILL, ORDER_ID, TEA, TEA, CUP);
    expect(saved).toHaveLength(1);
    expect(await scan('75531717195835')).toBe('waybill-parked');
    expect(await scan(WAYBILL)).toBe('refused');
    expect(packing.view().blocked?.problem.code).toBe('waybill-used');
  });

  it('offers the order that needs goods scanned first, and counts them when it opens', async () => {
    const { scan, command, packing } = setup();
    expect(await scan(TEA)).toBe('asked');
    expect(packing.view().question).toMatchObject({
      kind: 'open-for-item',
      options: [{ id: 'open', about: ORDER_ID }, { id: 'park' }, { id: 'ignore' }],
    });
    expect(await command('confirm')).toBe('item-accepted');
    expect(packing.view()).toMatchObject({ order: { orderId: ORDER_ID }, unpacked: 2, question: null });
  });

  it('parks goods scanned first for the next order', async () => {
    const { scan, answer, packing } = setup(both());
    await scan(CUP);
    expect(await answer('park')).toBe('item-parked');
    expect(await scan(OTHER_ORDER_ID)).toBe('all-packed');
    expect(packing.view().parked.item).toBeNull();
  });

  it('opens the next order and stops the line where it does not want the goods scanned first', async () => {
    const { scan, answer, packing } = setup(both());
    await scan(TEA);
    await answer('park');
    expect(await scan(OTHER_ORDER_ID)).toBe('refused');
    expect(packing.view()).toMatchObject({
      order: { orderId: OTHER_ORDER_ID },
      unpacked: 1,
      blocked: { problem: { code: 'goods-not-wanted' } },
    });
  });
});

describe('a second order', () => {
  it('is opened after the first was put on hold with one key, and the first goes on where it was', async () => {
    const { scan, command, packing } = setup(both());
    await scan(ORDER_ID, TEA);
    expect(await scan(OTHER_ORDER_ID)).toBe('asked');
    expect(await command('confirm')).toBe('order-opened');
    expect(packing.view()).toMatchObject({ order: { orderId: OTHER_ORDER_ID }, unpacked: 1 });
    await scan(CUP, WAYBILL);
    expect(await scan(ORDER_ID)).toBe('order-resumed');
    expect(packing.view()).toMatchObject({ unpacked: 2, packages: [{ no: 1, items: [{ lineNo: 1, quantity: 1 }] }] });
  });

  it('leaves the first one open where it is to be finished, which the next right scan says as well', async () => {
    const { scan, command, packing } = setup(both());
    await scan(ORDER_ID, OTHER_ORDER_ID);
    expect(await command('cancel')).toBe('cancelled');
    expect(packing.view()).toMatchObject({ question: null, order: { orderId: ORDER_ID } });
    await scan(OTHER_ORDER_ID);
    expect(await scan(TEA)).toBe('item-accepted');
    expect(packing.view()).toMatchObject({ question: null, order: { orderId: ORDER_ID } });
  });

  it('survives a crash while on hold, and lays back only what is still wanted', async () => {
    const orders = both();
    const { scan, key, reopen } = setup(orders);
    await scan(ORDER_ID, TEA, TEA);
    expect(await key('hold')).toBe('asked');
    expect(await key('hold')).toBe('order-held');
    orders[0] = order({ lines: [orderLine(1, TEA, 1), orderLine(2, CUP, 1)] });
    const again = reopen();
    expect((await again.scan(ORDER_ID, { operator: 'Mei', role: 'packer' })).verdict).toBe('order-resumed');
    expect(again.view()).toMatchObject({ unpacked: 1, packages: [{ items: [{ lineNo: 1, quantity: 1 }] }] });
  });
});

describe('leaving an order', () => {
  it('is asked about where goods are in unsaved boxes: hold, put down, or go on', async () => {
    const { scan, key, answer, packing } = setup();
    await scan(ORDER_ID, TEA);
    expect(await key('cancel')).toBe('asked');
    expect(packing.view().question).toMatchObject({ kind: 'close-order', pieces: 1 });
    expect(await answer('keep')).toBe('cancelled');
    await key('next');
    expect(await key('acknowledge')).toBe('order-closed');
    expect(packing.view().order).toBeNull();
    expect(await scan(ORDER_ID)).toBe('order-opened');
    expect(packing.view().unpacked).toBe(3);
  });
});

describe('an unknown code', () => {
  it('is asked about once, then ignored without stopping the line, and kept for export', async () => {
    const { scan, answer, memory, packing } = setup();
    await scan(ORDER_ID);
    expect(await scan(STRANGE)).toBe('asked');
    expect(packing.view().question).toMatchObject({ kind: 'unknown-code', text: STRANGE });
    expect(await answer('ignore')).toBe('code-ignored');
    expect(await scan(STRANGE)).toBe('code-ignored');
    expect(packing.view().question).toBeNull();
    expect(memory.unknown(10)).toMatchObject({
      total: 1,
      codes: [{ text: STRANGE, orderId: ORDER_ID, operator: 'Mei', outcome: 'ignored' }],
    });
  });

  it('is taught as goods by a lead only, and known from then on', async () => {
    const { scan, answer, key, packing, reopen } = setup();
    await scan(ORDER_ID, STRANGE);
    expect(await answer('goods')).toBe('refused');
    expect(packing.view().blocked?.problem).toMatchObject({ code: 'not-allowed', role: 'supervisor' });
    await key('acknowledge');
    expect(packing.view().question).not.toBeNull();
    expect(await answer('goods', 'supervisor')).toBe('asked');
    expect(packing.view().question?.options.map(({ id }) => id)).toEqual(['line-1', 'line-2', 'ignore']);
    expect(await answer('line-2')).toBe('refused');
    await key('acknowledge');
    expect(await answer('line-2', 'supervisor')).toBe('line-complete');
    await key('close-order');
    const again = reopen();
    await again.scan(ORDER_ID, { operator: 'Mei', role: 'packer' });
    expect((await again.scan(STRANGE, { operator: 'Mei', role: 'packer' })).verdict).toBe('line-complete');
  });

  it('is taught as a case by giving its pieces first; each scan then counts as many', async () => {
    const large = [order({ lines: [orderLine(1, TEA, 24)] })];
    const { scan, answer, quantity, packing, reopen } = setup(large);
    await scan(ORDER_ID);
    await quantity(12);
    expect(await scan(CASE)).toBe('asked');
    expect(await answer('goods', 'supervisor')).toBe('asked');
    expect(packing.view().question).toMatchObject({ kind: 'which-goods', pieces: 12 });
    expect(await answer('line-1', 'supervisor')).toBe('item-accepted');
    expect(packing.view().unpacked).toBe(12);
    const again = reopen();
    await again.scan(ORDER_ID, { operator: 'Mei', role: 'packer' });
    expect((await again.scan(CASE, { operator: 'Mei', role: 'packer' })).view.unpacked).toBe(0);
  });

  it('is no case where an order wants fewer pieces than it holds: the line stops and nothing is counted', async () => {
    const { scan, memory, packing } = setup();
    const [line] = order().lines;
    if (line === undefined) throw new Error('The order has no goods');
    memory.teach(order(), line, { code: CASE, pieces: 12, operator: 'Mei' }, 0);
    await scan(ORDER_ID, CASE);
    expect(packing.view()).toMatchObject({
      unpacked: 3,
      blocked: { problem: { code: 'quantity-over', quantity: 12, missing: 2 } },
    });
  });

  it('may be an odd waybill, kept for the next package', async () => {
    const { scan, answer, packing } = setup();
    await scan(ORDER_ID, STRANGE);
    expect(await answer('waybill')).toBe('waybill-parked');
    expect(packing.view().parked.waybill).toBe(STRANGE);
  });

  it('is never offered as goods where it is a case of other goods', async () => {
    const { scan, packing } = setup();
    await scan(ORDER_ID, OTHER_CASE);
    expect(packing.view()).toMatchObject({ question: null, blocked: { problem: { code: 'item-not-in-order' } } });
  });

  it('is never offered as goods where it is the barcode of single goods of another kind', async () => {
    const { scan, packing } = setup();
    await scan(ORDER_ID, '6900000000007');
    expect(packing.view()).toMatchObject({ question: null, blocked: { problem: { code: 'item-not-in-order' } } });
  });
});
