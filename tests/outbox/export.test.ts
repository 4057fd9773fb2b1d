import { describe, expect, it } from 'vitest';
import { outboxHandlers } from '../../electron/services/api/outbox-handlers.ts';
import { createOrderStore } from '../../electron/services/orders/order-store.ts';
import { createShippable } from '../../electron/services/orders/shippable.ts';
import { createRouter } from '../../electron/services/api/router.ts';
import { createPackageExtras } from '../../electron/services/packing/package-extras.ts';
import { createFileShelf } from '../../electron/services/files/file-shelf.ts';
import { readTable } from '../../electron/services/files/read-table.ts';
import { outboxContract } from '../../shared/contract/outbox.ts';
import type { Role } from '../../shared/contract/define.ts';
import { refusedWith } from './fake-platform.ts';
import { openDesk } from './outbox-desk.ts';
import { photosOf } from '../unit/photos/photo-desk.ts';

type Exported = { fileId: string; name: string; rows: number; whole: boolean };

/** A desk whose outbox can be exported through the real router. */
function openExports() {
  const desk = openDesk();
  const files = createFileShelf();
  const handlers = outboxHandlers({
    orders: createOrderStore(desk.database),
    shippable: createShippable(desk.outbox),
    outbox: desk.outbox,
    shops: desk.shops,
    audit: desk.audit,
    clock: desk.clock,
    files,
    costOf: () => ({ calls: 0, points: 0 }),
    extras: createPackageExtras(desk.database),
    photos: photosOf(desk),
    carriers: { list: () => [] },
  });
  const route = createRouter({ outbox: outboxContract }, { outbox: handlers }, desk.log);
  const take = (input: object, role: Role = 'supervisor') =>
    route(
      { name: 'outbox.export', input: { format: 'xlsx', language: 'zh-CN', ...input } },
      { role, operator: 'Lead' },
    );
  return {
    ...desk,
    take,
    exported: async (input: object) => {
      const answer = await take(input);
      if (!answer.ok) throw new Error(JSON.stringify(answer.error));
      const told = answer.value as Exported;
      const file = files.get(told.fileId);
      if (file === null) throw new Error('no file');
      const rows: string[][] = [];
      for await (const slice of readTable(file.bytes)) {
        if (!slice.ok) throw new Error(JSON.stringify(slice.error));
        rows.push(...slice.value.rows.map((row) => row.cells.map((cell) => cell.trim())));
      }
      return { ...told, file, headers: rows[0] ?? [], body: rows.slice(1) };
    },
  };
}

const pad = (index: number): string => String(index).padStart(4, '0');

describe('an exported outbox', () => {
  it('says of a refused package what the platform said, what it means, who acts, what to do and what of the box', async () => {
    const page = openExports();
    const id = page.save('3704612354559743233', 'YT5779383891732');
    page.fake.script(refusedWith('606005', { kind: 'refused', defect: false, field: 'waybill' }));
    page.outbox.start();
    await page.clock.pass(200);
    expect(page.stateOf(id)).toBe('rejected');
    for (const format of ['csv', 'xlsx']) {
      const { headers, body } = await page.exported({ format });
      const cell = (name: string): string => body[0]?.[headers.indexOf(name)] ?? 'no such column';
      expect(cell('订单号')).toBe('3704612354559743233');
      expect(cell('快递单号')).toBe('YT5779383891732');
      expect(cell('状态')).toBe('被拒绝');
      expect(cell('代码')).toBe('606005');
      expect(cell('类别')).toBe('拒绝，改好再发');
      expect(cell('说明')).toBe('平台不认这个快递单号');
      expect(cell('谁来做')).toBe('打包员');
      expect(cell('现在该做')).toContain('重新扫描面单');
      expect(cell('箱子')).toBe('换一张快递单');
    }
    const english = await page.exported({ language: 'en' });
    expect(english.headers).toContain('Do now');
    expect(english.body[0]).toContain('The platform does not accept this waybill number.');
  });

  it('holds what the filter shows, all of it, page after page, and lets others go first in between', async () => {
    const page = openExports();
    for (let index = 0; index < 250; index += 1) page.save(`37046123545597${pad(index)}`, `YT577938389${pad(index)}`);
    let turns = 0;
    let counting = true;
    const count = (): void => {
      turns += 1;
      if (counting) setImmediate(count);
    };
    setImmediate(count);
    await page.take({});
    counting = false;
    const all = await page.exported({});
    expect([all.rows, all.whole]).toEqual([250, true]);
    expect(new Set(all.body.map((row) => row[2])).size).toBe(250);
    expect(turns).toBeGreaterThanOrEqual(10);
    expect((await page.exported({ states: ['rejected'] })).rows).toBe(0);
    expect((await page.exported({ search: '370461235455970007' })).body.map((row) => row[2])).toEqual([
      '370461235455970007',
    ]);
  });

  it('is named after its moment, leaves a word in the log, and is not for packers', async () => {
    const page = openExports();
    page.save('1', 'YT5779383891732');
    const { name } = await page.exported({ format: 'csv', states: ['ready'] });
    expect(name).toMatch(/^发件箱-\d{4}-\d\d-\d\d-\d{6}\.csv$/);
    const [entry] = page.audit.about('outbox', 10);
    expect(entry).toMatchObject({
      actor: 'Lead',
      action: 'outbox-exported',
      detail: { rows: 1, format: 'csv', role: 'supervisor', states: 'ready' },
    });
    expect(await page.take({}, 'packer')).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  });
});
