import { describe, expect, it } from 'vitest';
import type { Order } from '../../../shared/domain/order.ts';
import { ORDER_ID, order, orderLine, OTHER_ORDER_ID, setup, who } from './bench.ts';

const TEA = '6901234567892';
const LABEL = '75531717195834';
const OTHER_LABEL = '75531717195835';
const labelled = (more: Partial<Order> = {}): Order => order({ labels: [LABEL], ...more });
const other = (more: Partial<Order> = {}): Order => order({ orderId: OTHER_ORDER_ID, labels: [OTHER_LABEL], ...more });

const started = async (orders: readonly Order[]) => {
  const bench = setup(orders);
  expect(await bench.key('batch')).toBe('batch-started');
  return bench;
};
const stoppedBy = ({ packing }: ReturnType<typeof setup>) => packing.view().blocked?.problem;

describe('shipping scan by scan', () => {
  it('saves a whole order for each label scanned and counts', async () => {
    const { scan, saved, packing } = await started([labelled(), other()]);
    expect(await scan(LABEL)).toBe('order-saved');
    expect(await scan(OTHER_LABEL)).toBe('order-saved');
    expect(saved.map(({ orderId, whole }) => [orderId, whole])).toEqual([
      [ORDER_ID, true],
      [OTHER_ORDER_ID, true],
    ]);
    expect(packing.view().batch).toMatchObject({
      saved: 2,
      results: [
        { waybill: OTHER_LABEL, pieces: 3 },
        { waybill: LABEL, pieces: 3 },
      ],
    });
  });

  it('takes the order number too, with the printed label or the waybill scanned ahead', async () => {
    const bench = setup([labelled(), other({ labels: [] })]);
    await bench.scan(OTHER_LABEL);
    await bench.command('batch');
    await bench.scan(OTHER_ORDER_ID, ORDER_ID);
    const waybills = bench.saved.map(({ deliver }) => deliver.type === 'courier' && deliver.waybill);
    expect(waybills).toEqual([OTHER_LABEL, LABEL]);
    expect(bench.packing.view().parked.waybill).toBeNull();
  });

  it('stops where the waybill scanned ahead is not the printed label, and gives it to no other box', async () => {
    const bench = setup([labelled(), other({ labels: [] })]);
    await bench.scan(OTHER_LABEL);
    await bench.command('batch');
    expect(await bench.scan(ORDER_ID)).toBe('refused');
    expect(stoppedBy(bench)).toMatchObject({ code: 'batch-needs-bench', orderId: ORDER_ID, why: 'two-waybills' });
    await bench.key('acknowledge');
    await bench.scan(OTHER_ORDER_ID);
    expect(stoppedBy(bench)).toMatchObject({ orderId: OTHER_ORDER_ID, why: 'no-waybill' });
    expect(bench.saved).toEqual([]);
  });

  it('ships an order by its number where the waybill scanned ahead is the printed label', async () => {
    const bench = setup([labelled()]);
    await bench.scan(LABEL);
    await bench.command('batch');
    expect(await bench.scan(ORDER_ID)).toBe('order-saved');
  });

  it('stops at a label no order has, and takes nothing until that is acknowledged', async () => {
    const bench = await started([labelled(), other()]);
    expect(await bench.scan('75531717190000')).toBe('refused');
    expect(stoppedBy(bench)).toMatchObject({ code: 'batch-unknown', text: '75531717190000' });
    expect(await bench.scan(LABEL)).toBe('refused');
    expect(stoppedBy(bench)?.code).toBe('batch-unknown');
    expect(bench.saved).toEqual([]);
    await bench.key('acknowledge');
    expect(await bench.scan(LABEL, OTHER_LABEL)).toBe('order-saved');
    expect(bench.saved).toHaveLength(2);
  });

  it('says who used a label before, and ignores the same trigger pull', async () => {
    const bench = await started([labelled()]);
    await bench.scan(LABEL);
    expect((await bench.packing.scan(LABEL, who())).verdict).toBe('double-read');
    bench.pass(5_000);
    expect(await bench.scan(LABEL)).toBe('refused');
    expect(stoppedBy(bench)).toMatchObject({ code: 'waybill-used', orderId: ORDER_ID });
    expect(bench.saved).toHaveLength(1);
  });

  it.each([
    ['two labels', { labels: [LABEL, OTHER_LABEL] }, 'several-packages'],
    ['serial numbers', { lines: [orderLine(1, TEA, 1, { needsSerialNumber: true })] }, 'serial-numbers'],
    ['a pick-up', { deliverMethod: 'pickup' }, 'no-courier'],
    ['more pieces than a packer may pack unseen', { lines: [orderLine(1, TEA, 6)] }, 'too-many-pieces'],
    ['a doubtful carrier', { labels: ['31231717195834'] }, 'carrier-unclear'],
  ] as const)('sends an order with %s to the bench', async (_what, more, why) => {
    const one = labelled(more as Partial<Order>);
    const bench = await started([one]);
    expect(await bench.scan(one.labels?.[0] ?? '')).toBe('refused');
    expect(stoppedBy(bench)).toMatchObject({ code: 'batch-needs-bench', why });
    expect(bench.saved).toEqual([]);
  });

  it('sends a label that two orders have, and an order without one, to the bench', async () => {
    const bench = await started([labelled(), other({ labels: [LABEL] })]);
    await bench.scan(LABEL);
    expect(stoppedBy(bench)).toMatchObject({ why: 'several-orders' });
    const bare = await started([order()]);
    await bare.scan(ORDER_ID);
    expect(stoppedBy(bare)).toMatchObject({ why: 'no-waybill' });
  });

  it('sends an order that was put on hold half packed to the bench', async () => {
    const bench = setup([labelled()]);
    await bench.scan(ORDER_ID, TEA);
    await bench.key('hold');
    await bench.key('hold');
    await bench.key('batch');
    await bench.scan(LABEL);
    expect(stoppedBy(bench)).toMatchObject({ why: 'held' });
  });

  it('stops the box of an order in an after-sale case', async () => {
    const bench = await started([labelled({ flags: ['after-sale'] })]);
    await bench.scan(LABEL);
    expect(stoppedBy(bench)).toMatchObject({ code: 'order-flagged', flag: 'after-sale' });
    expect(bench.saved).toEqual([]);
  });

  it('ships once for a label with several barcodes', async () => {
    const bench = await started([labelled(), other()]);
    const origin = (seq: number) => ({
      ...({ source: 'wedge', symbology: null, timing: null, ime: 'none', whole: true, run: 'r', pull: 1 } as const),
      ...{ seq, atMs: Date.parse('2026-11-21T02:00:00Z') + seq * 300 },
    });
    await bench.packing.scan(LABEL, who(), origin(1));
    expect((await bench.packing.scan(OTHER_LABEL, who(), origin(2))).verdict).toBe('pull-ignored');
    expect(bench.saved).toHaveLength(1);
  });

  it('survives a crash, and ends by Escape or its own barcode', async () => {
    const bench = await started([labelled()]);
    await bench.scan(LABEL);
    expect(bench.reopen().view()).toEqual(bench.packing.view());
    expect(await bench.key('cancel')).toBe('batch-ended');
    expect(bench.packing.view().batch).toBeNull();
    await bench.command('batch');
    expect(await bench.command('batch')).toBe('batch-ended');
  });

  it('is not entered while an order is being packed', async () => {
    const { scan, command, packing } = setup();
    await scan(ORDER_ID);
    expect(await command('batch')).toBe('not-now');
    expect(packing.view().batch).toBeNull();
  });
});
