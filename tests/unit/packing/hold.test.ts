import { describe, expect, it } from 'vitest';
import { quantityDigits } from '../../../shared/domain/commands/command-code.ts';
import { ORDER_ID, OTHER_ORDER_ID, order, setup } from './bench.ts';

const TEA = '6901234567892';

describe('putting an order on the problem shelf', () => {
  it('asks why, takes the answer from a digit or a quantity barcode, and names the place', async () => {
    const { scan, command, packing, held } = setup();
    await scan(ORDER_ID, TEA);
    expect(await command('hold')).toBe('asked');
    expect(packing.view().question?.options.map(({ id }) => id)).toEqual([
      ...['later', 'short', 'damaged', 'unclear', 'buyer', 'other'],
    ]);
    expect(await scan(quantityDigits(2))).toBe('order-held');
    expect(packing.view()).toMatchObject({ order: null, aside: { orderId: ORDER_ID, reason: 'short', shelf: 1 } });
    expect(held.list()).toMatchObject([{ orderId: ORDER_ID, reason: 'short', heldBy: 'Mei', shelf: 1 }]);
  });

  it('keeps what the packer wrote, and gives each order the lowest free place', async () => {
    const { scan, key, packing, held, answer } = setup([order(), order({ orderId: OTHER_ORDER_ID })]);
    await scan(ORDER_ID);
    await key('hold');
    await packing.act({ action: 'answer', option: 'other', text: '盒子压坏' }, { operator: 'Mei', role: 'packer' });
    await scan(OTHER_ORDER_ID);
    await key('hold');
    await answer('damaged');
    expect(held.list()).toMatchObject([
      { shelf: 1, reason: 'other', note: '盒子压坏' },
      { shelf: 2, reason: 'damaged' },
    ]);
    held.forget({ shopId: 'shop-1', orderId: ORDER_ID });
    await scan(ORDER_ID);
    await key('hold');
    await key('hold');
    expect(packing.view().aside).toEqual({ orderId: ORDER_ID, reason: 'later', shelf: 1 });
  });

  it('goes on packing where no reason is given', async () => {
    const { scan, key, packing, held } = setup();
    await scan(ORDER_ID, TEA);
    await key('hold');
    expect(await key('cancel')).toBe('cancelled');
    expect(packing.view()).toMatchObject({ question: null, order: { orderId: ORDER_ID }, unpacked: 2 });
    expect(held.list()).toEqual([]);
  });
});

describe('going on with a held order', () => {
  it('is refused to a packer until a supervisor has lifted it, and lays the packages back then', async () => {
    const { scan, key, answer, packing, held } = setup();
    await scan(ORDER_ID, TEA);
    await key('hold');
    await answer('short');
    expect(await scan(ORDER_ID)).toBe('refused');
    expect(packing.view().blocked?.problem).toMatchObject({ code: 'order-held', reason: 'short', shelf: 1 });
    await key('acknowledge');
    held.lift({ shopId: 'shop-1', orderId: ORDER_ID }, 'Lead');
    expect(await scan(ORDER_ID)).toBe('order-resumed');
    expect(packing.view()).toMatchObject({ unpacked: 2, aside: null });
    expect(held.list()).toEqual([]);
  });

  it('is a supervisor’s by scanning it, and a packer’s own where it was only put off', async () => {
    const { scan, key, answer, packing } = setup();
    await scan(ORDER_ID);
    await key('hold');
    await answer('buyer');
    const lead = await packing.scan(ORDER_ID, { operator: 'Lead', role: 'supervisor' });
    expect(lead.verdict).toBe('order-resumed');
    await key('hold');
    await answer('later');
    expect(await scan(ORDER_ID)).toBe('order-resumed');
  });
});
