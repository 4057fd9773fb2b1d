import { describe, expect, it } from 'vitest';
import { order, orderLine, ORDER_ID, setup, who } from './bench.ts';
import { openWholeDesk } from './whole-desk.ts';
import { createPackageExtras } from '../../../electron/services/packing/package-extras.ts';

const TEA = '6901234567892';
const WAYBILL = '75531717195834';

function weighing(weigh: 'ask' | 'must', quantity = 1) {
  const bench = setup([order({ lines: [orderLine(1, TEA, quantity)] })]);
  createPackageExtras(bench.database).want('shop-1', { weigh, minGrams: 20, maxGrams: 5_000, photo: 'off' });
  const put = async (grams: number): Promise<string> =>
    (await bench.packing.act({ action: 'weigh', grams }, who())).verdict;
  return { ...bench, put };
}

describe('weighing a package', () => {
  it('keeps whole grams with the package on the bench, also over a restart', async () => {
    const { scan, put, packing, reopen } = weighing('ask');
    await scan(ORDER_ID, TEA);
    expect(await put(1_234)).toBe('weighed');
    expect(packing.view().packages[0]?.weightGrams).toBe(1_234);
    expect(reopen().view().packages[0]?.weightGrams).toBe(1_234);
    expect(packing.view().order?.weighing).toEqual({ weigh: 'ask', minGrams: 20, maxGrams: 5_000 });
  });

  it('stops the line at a weight no package of the shop has, and keeps the one before', async () => {
    const { scan, put, packing } = weighing('ask');
    await scan(ORDER_ID, TEA);
    await put(900);
    for (const grams of [19, 5_001]) {
      expect(await put(grams)).toBe('refused');
      const problem = { code: 'weight-implausible', grams, least: 20, most: 5_000 };
      expect(packing.view().blocked?.problem).toEqual(problem);
      await packing.act({ action: 'acknowledge' }, who());
    }
    expect(packing.view().packages[0]?.weightGrams).toBe(900);
  });

  it('is asked for anew when something is put into the package or taken out', async () => {
    const { scan, put, packing } = weighing('ask', 2);
    await scan(ORDER_ID, TEA);
    await put(400);
    await scan(TEA);
    expect(packing.view().packages[0]).not.toHaveProperty('weightGrams');
  });

  it('that a shop insists on comes before the waybill, which is then taken', async () => {
    const { scan, put, packing, saved } = weighing('must');
    await scan(ORDER_ID, TEA);
    expect(await scan(WAYBILL)).toBe('refused');
    expect(packing.view().blocked?.problem.code).toBe('weight-missing');
    expect(saved).toEqual([]);
    await packing.act({ action: 'acknowledge' }, who());
    await put(300);
    expect(await scan(WAYBILL)).toBe('order-saved');
  });

  it('means nothing where the shop does not weigh, or nothing is packed', async () => {
    const plain = setup([order({ lines: [orderLine(1, TEA, 1)] })]);
    await plain.scan(ORDER_ID, TEA);
    expect((await plain.packing.act({ action: 'weigh', grams: 300 }, who())).verdict).toBe('not-now');
    const { scan, put, command } = weighing('ask');
    await scan(ORDER_ID);
    expect(await put(300)).toBe('not-now');
    await scan(TEA);
    expect(await command('weigh')).toBe('weight-asked');
  });

  it('leaves a shop that insists on it out of shipping by one scan', async () => {
    const { scan, key, packing } = weighing('must');
    await key('batch');
    expect(await scan(ORDER_ID)).toBe('refused');
    expect(packing.view().blocked?.problem).toMatchObject({ code: 'batch-needs-bench', why: 'weight' });
  });

  it('is saved in one commit with the package', async () => {
    const desk = openWholeDesk();
    const extras = createPackageExtras(desk.database);
    const shopId = desk.shops.list()[0]?.id ?? '';
    extras.want(shopId, { weigh: 'ask', minGrams: 20, maxGrams: 5_000, photo: 'off' });
    expect(extras.wanted(shopId).weigh).toBe('ask');
    desk.know(order({ shopId, lines: [orderLine(1, TEA, 1)] }));
    await desk.scan(ORDER_ID, TEA);
    expect(await desk.weigh(777)).toBe('weighed');
    expect(await desk.scan(WAYBILL)).toBe('order-saved');
    const [op] = desk.outbox.opsOfOrder(shopId, ORDER_ID);
    expect(extras.of(op?.id ?? '')).toEqual({ weightGrams: 777 });
    expect(() => desk.database.exec('UPDATE op_extra SET weight_grams = 1')).toThrow('never changed');
  });
});
