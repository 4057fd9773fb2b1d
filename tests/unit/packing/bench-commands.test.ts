import { describe, expect, it } from 'vitest';
import { quantityDigits } from '../../../shared/domain/commands/command-code.ts';
import { ORDER_ID, order, orderLine, OTHER_ORDER_ID, setup } from './bench.ts';

const [TEA, CUP] = ['6901234567892', '6909876543218'];
const WAYBILL = '75531717195834';

describe('the bench run from barcodes', () => {
  it('packs an order in two packages without a key', async () => {
    const { scan, command, packing } = setup();
    await scan(ORDER_ID, TEA);
    expect(await command('new-package')).toBe('package-opened');
    expect(await command('rest')).toBe('rest-packed');
    expect(packing.view().packages.map((box) => box.items.map(({ lineNo, quantity }) => [lineNo, quantity]))).toEqual([
      [[1, 1]],
      [
        [1, 1],
        [2, 1],
      ],
    ]);
    await scan(WAYBILL);
    expect(await scan('75531717195835')).toBe('order-saved');
    expect(packing.view().recent.map(({ took }) => took)).toContain('command');
  });

  it('acknowledges an error, and buzzes at every other command while it is open', async () => {
    const { scan, command, packing } = setup();
    await scan(ORDER_ID, '6900000000007');
    for (const id of ['seal', 'undo', 'hold', 'cancel', 'confirm', 'next'] as const) {
      expect(await command(id)).toBe('refused');
      expect(packing.view().blocked?.problem.code).toBe('item-not-in-order');
    }
    expect(packing.view().recent[0]).toMatchObject({ took: 'command', ok: false, tail: 'error-open' });
    expect(await command('repeat')).toBe('repeated');
    expect(packing.view().blocked).not.toBeNull();
    expect(await command('acknowledge')).toBe('acknowledged');
    expect(packing.view()).toMatchObject({ blocked: null, order: { orderId: ORDER_ID } });
  });

  it('says so where a command means nothing, and changes nothing', async () => {
    const { command, packing } = setup();
    const before = packing.view();
    expect(await command('undo')).toBe('nothing-to-undo');
    for (const id of ['seal', 'rest', 'hold', 'quantity', 'confirm'] as const)
      expect(await command(id)).toBe('not-now');
    expect({ ...packing.view(), recent: [] }).toEqual(before);
  });

  it('never takes part of a longer number for a command', async () => {
    const { scan, packing } = setup();
    await scan(ORDER_ID, TEA);
    await scan('990003000912345');
    expect(packing.view().packages[0]?.state).toBe('open');
  });

  it('ignores a command read twice by one trigger pull', async () => {
    const { packing, scan, pass } = setup();
    await scan(ORDER_ID, TEA, TEA);
    pass(3_000);
    expect((await packing.scan('9900090003', { operator: 'Mei', role: 'packer' })).verdict).toBe('undone');
    pass(500);
    expect((await packing.scan('9900090003', { operator: 'Mei', role: 'packer' })).verdict).toBe('duplicate-ignored');
    expect(packing.view().unpacked).toBe(2);
  });
});

describe('a quantity', () => {
  it('counts the next goods scan that many times, once', async () => {
    const { scan, packing } = setup([order({ lines: [orderLine(1, TEA, 5), orderLine(2, CUP, 1)] })]);
    expect(await scan(ORDER_ID, quantityDigits(4))).toBe('quantity-set');
    expect(packing.view().quantity).toBe(4);
    expect(await scan(TEA)).toBe('item-accepted');
    expect(packing.view()).toMatchObject({ quantity: null, unpacked: 2 });
    expect(await scan(TEA)).toBe('line-complete');
  });

  it('is refused where it is more than missing, and packs nothing', async () => {
    const { scan, quantity, packing } = setup();
    await scan(ORDER_ID);
    await quantity(3);
    expect(await scan(TEA)).toBe('refused');
    expect(packing.view()).toMatchObject({
      unpacked: 3,
      blocked: { problem: { code: 'quantity-over', quantity: 3, missing: 2 } },
    });
  });

  it('spreads over several lines of the same goods', async () => {
    const { scan, quantity, packing } = setup([order({ lines: [orderLine(1, TEA, 2), orderLine(2, TEA, 2)] })]);
    await scan(ORDER_ID);
    await quantity(3);
    await scan(TEA);
    expect(packing.view().order?.lines.map(({ packed }) => packed)).toEqual([2, 1]);
  });

  it('does not skip serial numbers', async () => {
    const { scan, quantity, key, packing } = setup([
      order({ lines: [orderLine(1, TEA, 2, { needsSerialNumber: true })] }),
    ]);
    await scan(ORDER_ID);
    await quantity(2);
    expect(await scan(TEA)).toBe('refused');
    expect(packing.view().blocked?.problem.code).toBe('quantity-one-by-one');
    await key('acknowledge');
    await key('cancel');
    expect(await key('rest')).toBe('refused');
    expect(packing.view().blocked?.problem.code).toBe('rest-needs-scanning');
  });

  it('is given up by cancel', async () => {
    const { scan, quantity, command, packing } = setup();
    await scan(ORDER_ID);
    await quantity(2);
    expect(await command('cancel')).toBe('cancelled');
    expect(packing.view()).toMatchObject({ quantity: null, order: { orderId: ORDER_ID } });
  });
});

describe('composing', () => {
  it('moves a piece out of its box, with its serial number, and takes it back by undo', async () => {
    const { scan, command, packing } = setup([order({ lines: [orderLine(1, TEA, 2, { needsSerialNumber: true })] })]);
    await scan(ORDER_ID, TEA, 'SN0001', TEA, 'SN0002');
    expect(await command('move')).toBe('move-ready');
    expect(await scan(TEA)).toBe('moved');
    expect(packing.view().packages.map(({ no, state }) => [no, state])).toEqual([
      [1, 'sealed'],
      [2, 'open'],
    ]);
    await scan(WAYBILL);
    await scan('75531717195835');
    expect(packing.view().step).toBe('saved');
  });

  it('moves into the current box and drops a box left empty', async () => {
    const { scan, command, packing } = setup();
    await scan(ORDER_ID, CUP);
    await command('new-package');
    await scan(TEA);
    await command('move');
    await scan(CUP);
    expect(packing.view().packages.map((box) => [box.no, box.items.length])).toEqual([[2, 2]]);
    await command('undo');
    expect(packing.view().packages.map((box) => [box.no, box.items.length])).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });

  it('refuses to move what is in no other box', async () => {
    const { scan, command, packing } = setup();
    await scan(ORDER_ID, TEA);
    await command('move');
    expect(await scan(CUP)).toBe('refused');
    expect(packing.view().blocked?.problem.code).toBe('nothing-to-move');
  });

  it('lets a packer pack only so many pieces unscanned, a lead any number', async () => {
    const { scan, key, packing } = setup([order({ lines: [orderLine(1, TEA, 6)] })]);
    await scan(ORDER_ID);
    expect(await key('rest')).toBe('refused');
    expect(packing.view()).toMatchObject({ unpacked: 6, blocked: { problem: { code: 'not-allowed' } } });
    await key('acknowledge');
    expect(await key('rest', 'supervisor')).toBe('rest-packed');
    expect(packing.view().unpacked).toBe(0);
  });

  it('keeps everything pending when the program dies', async () => {
    const { scan, quantity, command, packing, reopen } = setup();
    await scan(ORDER_ID, TEA);
    await command('new-package');
    await command('move');
    await quantity(2);
    await command('cancel');
    await scan(OTHER_ORDER_ID);
    expect(reopen().view()).toEqual(packing.view());
  });
});

describe('a piece that waits for its serial number', () => {
  const numbered = [orderLine(1, TEA, 2, { needsSerialNumber: true })];

  it('is not shut in, nor moved, before the number is scanned', async () => {
    const { scan, key, packing, saved } = setup([order({ lines: numbered })]);
    expect(await scan(ORDER_ID, TEA)).toBe('serial-wanted');
    for (const command of ['seal', 'new-package', 'move'] as const) expect(await key(command)).toBe('not-now');
    expect(await scan('SN0001', TEA, 'SN0002', WAYBILL)).toBe('order-saved');
    expect(saved[0]?.items[0]?.serialNumbers).toEqual([{ serialNumber: 'SN0001' }, { serialNumber: 'SN0002' }]);
    expect(packing.view().step).toBe('saved');
  });

  it('is scanned anew with its number when its order was put aside before', async () => {
    const { scan, key, answer, packing } = setup([order({ lines: numbered })]);
    await scan(ORDER_ID, TEA, 'SN0001', TEA);
    await key('hold');
    await answer('later');
    expect(await scan(ORDER_ID)).toBe('order-resumed');
    expect(packing.view()).toMatchObject({ unpacked: 1, packages: [{ items: [{ quantity: 1 }] }] });
    expect(await scan(TEA, 'SN0002')).toBe('all-packed');
  });
});

describe('a serial number', () => {
  it('that ever left with a saved package is refused, naming its order', async () => {
    const { scan, database, packing } = setup([order({ lines: [orderLine(1, TEA, 1, { needsSerialNumber: true })] })]);
    const payload = { items: [{ serialNumbers: [{ serialNumber: 'sn0007' }] }] };
    const insert = (id: string, orderId: string, state: string): void => {
      database
        .prepare(
          `INSERT INTO op (id, shop_id, platform, order_id, kind, package_key, resend_class, payload, payload_sha256,
             carrier_code, carrier_name, waybill, pieces, created_at_ms, created_by)
           VALUES (?, 'shop-1', 'wechat-channels', ?, 'send', ?, 'A', ?, '', '', '', '', 1, 0, 'Mei')`,
        )
        .run(id, orderId, id, JSON.stringify(payload));
      database
        .prepare(
          `INSERT INTO op_state (op_seq, shop_id, state, version, epoch, updated_at_ms)
           SELECT seq, shop_id, ?, 1, 1, 0 FROM op WHERE id = ?`,
        )
        .run(state, id);
    };
    insert('withdrawn', '111', 'cancelled');
    await scan(ORDER_ID, TEA);
    insert('left', '222', 'ready');
    expect(await scan('SN0007')).toBe('refused');
    expect(packing.view().blocked?.problem).toMatchObject({ code: 'serial-number-used', orderId: '222' });
    expect(await scan('SN0008')).toBe('all-packed');
  });
});
