import { describe, expect, it } from 'vitest';
import { refusedWith } from '../../outbox/fake-platform.ts';
import { ORDER_ID, OTHER_ORDER_ID, order, orderLine, who } from './bench.ts';
import { openWholeDesk } from './whole-desk.ts';

const TEA = '6901234567892';
const CUP = '6909876543218';
const WAYBILL = '75531717195717';
const OTHER_WAYBILL = '75531717195718';

const twoLines = (cup = {}) => [orderLine(1, TEA, 2), orderLine(2, CUP, 1, cup)];

async function packed(lines = twoLines()) {
  const desk = openWholeDesk();
  desk.know(order({ lines }));
  await desk.scan(ORDER_ID, TEA, TEA, CUP);
  return desk;
}

describe('a box that is packed while its order changes', () => {
  it('is not saved with goods whose refund went through meanwhile', async () => {
    const desk = await packed();
    desk.know(order({ lines: twoLines({ refundedQuantity: 1 }) }));
    expect(await desk.scan(WAYBILL)).toBe('refused');
    expect(desk.view().blocked?.problem).toMatchObject({ code: 'compose-refused', rule: 'after-sale-finished' });
    expect(desk.outbox.opsOfOrder('shop-1', ORDER_ID)).toEqual([]);
  });

  it('goes on without them once it was put aside and taken up again', async () => {
    const desk = await packed();
    desk.know(order({ lines: twoLines({ refundedQuantity: 1 }) }));
    await desk.scan(WAYBILL);
    await desk.key('acknowledge');
    await desk.key('hold');
    await desk.answer('later');
    expect(await desk.scan(ORDER_ID)).toBe('order-resumed');
    expect(await desk.scan(WAYBILL)).toBe('order-saved');
    const [op] = desk.outbox.opsOfOrder('shop-1', ORDER_ID);
    expect(op?.payload).toMatchObject({ whole: true, items: [{ quantity: 2 }] });
  });

  it('is not saved when its goods left elsewhere meanwhile', async () => {
    const desk = await packed();
    const items = [{ productId: '10000108361211', skuId: '2368925321', quantity: 1 }];
    desk.know(
      order({
        status: 'part-shipped',
        lines: [orderLine(1, TEA, 2, { shippedQuantity: 1 }), orderLine(2, CUP, 1)],
        parcels: [{ carrierCode: 'YTO', carrierName: '', waybill: 'YT5779383891732', items }],
      }),
    );
    expect(await desk.scan(WAYBILL)).toBe('refused');
    expect(desk.outbox.opsOfOrder('shop-1', ORDER_ID)).toEqual([]);
  });

  it('is not saved a second time under another waybill after a file has saved the same goods', async () => {
    const desk = await packed();
    desk.save(ORDER_ID, OTHER_WAYBILL, {
      items: twoLines().map(({ productId, skuId, quantity }) => ({ productId, skuId, quantity })),
    });
    expect(await desk.scan(WAYBILL)).toBe('refused');
    expect(desk.view().blocked?.problem).toMatchObject({ code: 'order-nothing-left', waybill: OTHER_WAYBILL });
    expect(desk.outbox.opsOfOrder('shop-1', ORDER_ID)).toHaveLength(1);
  });

  it('is not told of a split, nor kept from one, by what nobody changed', async () => {
    const desk = await packed();
    expect(await desk.scan(WAYBILL)).toBe('order-saved');
    expect(desk.outbox.opsOfOrder('shop-1', ORDER_ID)[0]?.payload).toMatchObject({ whole: true });
  });

  it('leaves under the ids the platform has told since, where a file had named the goods by barcode alone', async () => {
    const desk = openWholeDesk();
    const nameless = { productId: '', skuId: '', skuCode: '' };
    const dy = { platform: 'douyin-fengchao' } as const;
    desk.orders.putImported(order({ ...dy, lines: [orderLine(1, TEA, 2, nameless)] }), 0);
    await desk.scan(ORDER_ID, TEA, TEA);
    const children = ['4948795729456854758', '4948795729456854759'];
    desk.know(
      order({
        ...dy,
        lines: children.map((id, at) =>
          orderLine(at + 1, TEA, 1, { childOrderId: id, skuId: '2368925321', productId: '10000108361211' }),
        ),
      }),
    );
    expect(await desk.scan(WAYBILL)).toBe('order-saved');
    expect(desk.outbox.opsOfOrder('shop-1', ORDER_ID)[0]?.payload).toMatchObject({
      whole: true,
      items: [{ productId: '10000108361211', skuId: '2368925321', quantity: 2 }],
    });
  });

  it('leaves in two boxes as before', async () => {
    const desk = openWholeDesk();
    desk.know(order({ lines: twoLines() }));
    await desk.scan(ORDER_ID, TEA);
    await desk.key('seal');
    expect(await desk.scan(WAYBILL)).toBe('package-saved');
    await desk.scan(TEA, CUP);
    expect(await desk.scan(OTHER_WAYBILL)).toBe('order-saved');
    expect(desk.outbox.opsOfOrder('shop-1', ORDER_ID)).toHaveLength(2);
  });
});

describe('a waybill the platform already shows', () => {
  const shown = (waybill: string, orderId = ORDER_ID) =>
    order({
      orderId,
      status: 'part-shipped',
      lines: [orderLine(1, TEA, 2, { shippedQuantity: 1 }), orderLine(2, CUP, 1)],
      parcels: [
        {
          carrierCode: 'ZTO',
          carrierName: '',
          waybill,
          items: [{ productId: '10000108361211', skuId: '2368925321', quantity: 1 }],
        },
      ],
    });

  it('is not taken for another box of the same order', async () => {
    const desk = openWholeDesk();
    desk.know(shown(WAYBILL));
    await desk.scan(ORDER_ID, TEA, CUP);
    expect(await desk.scan(WAYBILL)).toBe('refused');
    expect(desk.view().blocked?.problem).toMatchObject({ code: 'waybill-used', orderId: ORDER_ID });
    expect(desk.outbox.opsOfOrder('shop-1', ORDER_ID)).toEqual([]);
  });

  it('is not taken for a box of another order, however it is written', async () => {
    const desk = openWholeDesk();
    desk.know(shown('YT5779383891732', OTHER_ORDER_ID));
    desk.know(order({ lines: twoLines() }));
    await desk.scan(ORDER_ID, TEA, TEA, CUP);
    expect(await desk.scan('yt57793 83891732')).toBe('refused');
    expect(desk.view().blocked?.problem).toMatchObject({ code: 'waybill-used', orderId: OTHER_ORDER_ID });
  });
});

describe('a label that was printed for an order', () => {
  it('is taken for that order and refused for any other', async () => {
    const desk = openWholeDesk();
    desk.orders.putImported(order({ lines: twoLines(), labels: [WAYBILL] }), 0);
    desk.orders.putImported(order({ orderId: OTHER_ORDER_ID, lines: twoLines(), labels: [OTHER_WAYBILL] }), 0);
    await desk.scan(ORDER_ID, TEA, TEA, CUP);
    expect(await desk.scan(OTHER_WAYBILL)).toBe('refused');
    expect(desk.view().blocked?.problem).toMatchObject({ code: 'waybill-used', orderId: OTHER_ORDER_ID });
    await desk.key('acknowledge');
    expect(await desk.scan(WAYBILL)).toBe('order-saved');
  });
});

describe('a refused package whose order was packed anew', () => {
  it('is not sent again beside the new one, and may be once that is withdrawn', async () => {
    const desk = openWholeDesk();
    desk.know(order({ lines: twoLines() }));
    desk.fake.script(refusedWith('606005', { kind: 'refused', defect: false, field: 'waybill' }));
    await desk.scan(ORDER_ID, TEA, TEA, CUP, WAYBILL);
    desk.outbox.start();
    await desk.clock.pass(100);
    const [refused] = desk.outbox.opsOfOrder('shop-1', ORDER_ID);
    expect(refused?.state).toBe('rejected');
    await desk.outbox.stop();
    await desk.scan(ORDER_ID, TEA, TEA, CUP, OTHER_WAYBILL);
    const edit = { id: refused?.id ?? '', waybill: '75531717195719' };
    const handlers = desk.outboxHandlers();
    expect(await handlers.edit(edit, who())).toMatchObject({
      ok: false,
      error: { code: 'order-nothing-left', waybill: OTHER_WAYBILL },
    });
    expect(
      await handlers.refuseRefund({ id: edit.id, reason: 'agreed', understood: true }, who('supervisor')),
    ).toMatchObject({
      ok: false,
      error: { code: 'order-nothing-left' },
    });
    expect(desk.outbox.opsOfOrder('shop-1', ORDER_ID).map(({ state }) => state)).toEqual(['rejected', 'ready']);
    desk.outbox.desk.decide(desk.outbox.opsOfOrder('shop-1', ORDER_ID)[1]?.id ?? '', 'cancel', { actor: 'lead' });
    expect(await handlers.edit(edit, who())).toMatchObject({ ok: true });
  });
});
