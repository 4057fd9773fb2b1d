import { describe, expect, it } from 'vitest';
import { readBoxes, sumUp } from '../../../electron/services/search/operator-figures.ts';
import { packedOverTime } from '../../../electron/services/search/packed-over-time.ts';
import type { PackageQuestion } from '../../../electron/services/search/package-list.ts';
import { msFromChinaTime } from '../../../shared/kernel/china-time.ts';
import { DAY_MS, MINUTE_MS } from '../../../shared/kernel/time.ts';
import { NOW_MS } from '../orders/desk.ts';
import { openSearchDesk } from './search-desk.ts';

const all: PackageQuestion = {
  ...{ shopId: '', operator: '', carrier: '', states: ['shipped', 'cancelled'], fromMs: null, toMs: null },
  ...{ limit: 10, after: null },
};

async function setup() {
  const desk = openSearchDesk();
  const seqs: number[] = [];
  for (let index = 0; index < 12; index += 1)
    seqs.push(
      desk.addOp({
        orderId: String(index),
        waybill: `W${index}00000`,
        shopId: index % 2 === 0 ? 'shop-1' : 'shop-2',
        operator: index % 3 === 0 ? '李强' : '王敏',
        carrier: index < 6 ? '中通快递' : '顺丰速运',
        state: index === 11 ? 'in_doubt' : index === 10 ? 'cancelled' : 'shipped',
        atMs: NOW_MS - DAY_MS + index * 4 * 60 * MINUTE_MS,
      }),
    );
  await desk.search.indexer.catchUp();
  const page = (question: Partial<PackageQuestion>) => desk.search.packages.page({ ...all, ...question });
  const found = async (question: Partial<PackageQuestion>) =>
    (await page(question)).seqs.map((seq) => seqs.indexOf(seq));
  return { desk, page, found };
}

describe('the list of finished packages', () => {
  it('is newest first, page by page, without what is still open', async () => {
    const { found, page } = await setup();
    expect(await found({})).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    const { next } = await page({});
    expect(await found({ after: next })).toEqual([0]);
    expect((await page({ after: next })).next).toBeNull();
  });

  it.each([
    ['shop', { shopId: 'shop-2' }, [9, 7, 5, 3, 1]],
    ['person', { operator: '李强' }, [9, 6, 3, 0]],
    ['carrier', { carrier: '中通快递' }, [5, 4, 3, 2, 1, 0]],
    ['state', { states: ['cancelled'] }, [10]],
    ['person, shop and carrier', { operator: '王敏', shopId: 'shop-1', carrier: '中通快递' }, [4, 2]],
    ['somebody who packed nothing', { operator: '赵六' }, []],
    ['day', { fromMs: NOW_MS - DAY_MS + 60 * MINUTE_MS, toMs: NOW_MS - DAY_MS + 12 * 60 * MINUTE_MS }, [2, 1]],
  ] as const)('is narrowed by %s', async (_what, question, expected) =>
    expect(await (await setup()).found(question)).toEqual(expected),
  );
});

describe('figures of people', () => {
  it('count orders, packages and pieces, and leave withdrawn packages out', async () => {
    const desk = openSearchDesk();
    const one = [{ productId: '1', skuId: '1', quantity: 1 }];
    desk.addOp({ orderId: 'a', waybill: 'A00001', items: one });
    desk.addOp({
      orderId: 'a',
      waybill: 'A00002',
      items: [{ productId: '1', skuId: '1', quantity: 3 }],
      atMs: NOW_MS + MINUTE_MS,
    });
    desk.addOp({
      orderId: 'b',
      waybill: 'B00001',
      items: [...one, { productId: '2', skuId: '2', quantity: 1 }],
      atMs: NOW_MS + 3 * MINUTE_MS,
    });
    desk.addOp({ orderId: 'c', waybill: 'C00001', items: one, state: 'cancelled' });
    const boxes = await readBoxes(desk.database, 0, 100);
    expect(sumUp(boxes, [{ operator: '王敏', scans: 10, misScans: 1 }])).toEqual([
      {
        ...{ operator: '王敏', orders: 2, packages: 3, pieces: 6, perClass: { single: 1, multi: 1, mixed: 1 } },
        ...{ workedMs: 3 * MINUTE_MS, packagesPerHour: 40, fairPace: null, scans: 10, misScans: 1 },
      },
    ]);
  });

  it('call two people equally fast where one packs only hard orders, each as fast as usual for them', () => {
    const boxes = Array.from({ length: 30 }, (_, index) => [
      { operator: 'easy', order: `e${index}`, pieces: 1, work: 'single' as const, atMs: index * MINUTE_MS },
      { operator: 'hard', order: `h${index}`, pieces: 9, work: 'mixed' as const, atMs: index * 4 * MINUTE_MS },
    ]).flat();
    expect(
      sumUp(boxes, []).map(({ operator, fairPace, packagesPerHour }) => [operator, fairPace, packagesPerHour]),
    ).toEqual([
      ['easy', 100, 60],
      ['hard', 100, 15],
    ]);
  });

  it('are told hour by hour of a day, without the hours before and after work, and day by day of a week', () => {
    const fromMs = msFromChinaTime('2026-11-16 00:00:00') ?? 0;
    const at = (day: number, hour: number) => ({ atMs: fromMs + day * DAY_MS + hour * 60 * MINUTE_MS });
    const boxes = [at(0, 9), at(0, 9.5), at(0, 11.9), at(6, 20)];
    expect(packedOverTime(boxes, { fromMs, toMs: fromMs + DAY_MS }).map(({ packages }) => packages)).toEqual([2, 0, 1]);
    expect(packedOverTime(boxes, { fromMs, toMs: fromMs + DAY_MS })[0]?.at).toBe('2026-11-16T01:00:00.000Z');
    const week = packedOverTime(boxes, { fromMs, toMs: fromMs + 7 * DAY_MS }).map(({ packages }) => packages);
    expect(week).toEqual([3, 0, 0, 0, 0, 0, 1]);
    expect(packedOverTime([], { fromMs, toMs: fromMs + DAY_MS })).toEqual([]);
  });

  it('take a long gap for a pause', () => {
    const at = [0, 1, 2, 62, 63];
    const boxes = at.map((minute) => ({
      operator: 'a',
      order: String(minute),
      pieces: 1,
      work: 'single' as const,
      atMs: minute * MINUTE_MS,
    }));
    expect(sumUp(boxes, [])[0]).toMatchObject({ workedMs: 3 * MINUTE_MS, packagesPerHour: 60 });
  });
});
