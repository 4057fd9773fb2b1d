import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../electron/services/files/read-table.ts';
import { SHIPMENT_LAYOUT } from '../../../shared/domain/import-columns.ts';
import { archive, readWhole, utf8, workbook, workbookOf } from './file-samples.ts';

const HEADER = ['店铺', '订单号', '快递单号', '数量'];

async function cellsOf(bytes: Uint8Array): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const slice of readTable(bytes)) {
    if (!slice.ok) throw new Error(JSON.stringify(slice.error));
    rows.push(...slice.value.rows.map((row) => [...row.cells]));
  }
  return rows;
}

describe('reading XLSX', () => {
  it('keeps ids of nineteen digits that are stored as text', async () => {
    const { records, problem } = await readWhole(
      await workbook([
        HEADER,
        ['茶铺', '3704612354559743233', 'YT5779383891732', 2],
        [null, null, null, null],
        ['茶铺', '0012', 'SF1', 1],
      ]),
      SHIPMENT_LAYOUT,
    );
    expect(problem).toBeNull();
    expect(records).toEqual([
      {
        row: 2,
        cells: { shop: '茶铺', order_id: '3704612354559743233', waybill: 'YT5779383891732', quantity: '2' },
        lost: [],
      },
      { row: 4, cells: { shop: '茶铺', order_id: '0012', waybill: 'SF1', quantity: '1' }, lost: [] },
    ]);
  });

  it('tells which numbers have more digits than a spreadsheet keeps', async () => {
    const { records } = await readWhole(
      await workbook([HEADER, ['茶铺', 3704612354559743000, 463431409940372, 1]]),
      SHIPMENT_LAYOUT,
    );
    expect(records[0]).toMatchObject({ lost: ['order_id'], cells: { waybill: '463431409940372' } });
  });

  it('agrees cell by cell with another reader', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => [
      `茶 & <${index}> "引号" 'x'`,
      `37046123545597${String(index).padStart(5, '0')}`,
      index % 3 === 0 ? null : `多行\n${index}`,
      index,
    ]);
    const bytes = await workbook(rows);
    const other = await readSheet(Buffer.from(bytes));
    const expected = other.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
    expect((await cellsOf(bytes)).map((row) => [...row, ...Array(4 - row.length).fill('')])).toEqual(expected);
  });

  it('reads what programs write: prefixes, runs, phonetics, inline text, stored formulas, missing references', async () => {
    const strings =
      '<x:sst><x:si><x:r><x:t>快</x:t></x:r><x:r><x:t xml:space="preserve">递 </x:t></x:r><x:rPh><x:t>kuai</x:t></x:rPh></x:si><x:si><x:t>a_x000D_b&#20013;&amp;&lt;</x:t></x:si></x:sst>';
    const sheet =
      '<?xml version="1.0"?><!-- > --><x:worksheet><x:dimension ref="A1:F3"/><x:sheetData>' +
      '<x:row r="2"><x:c r="A2" t="s"><x:v>0</x:v></x:c><x:c r="C2" t="inlineStr"><x:is><x:t>in<![CDATA[<l>]]>ine</x:t></x:is></x:c>' +
      '<x:c r="D2" t="str"><x:f>A1&amp;"x>"</x:f><x:v>sum</x:v></x:c><x:c r="E2" t="b"><x:v>1</x:v></x:c><x:c r="F2" t="e"><x:v>#N/A</x:v></x:c></x:row>' +
      '<x:row><x:c t="s"><x:v>1</x:v></x:c><x:c><x:v>2.0</x:v></x:c><x:c><x:v>1E2</x:v></x:c><x:c/></x:row></x:sheetData></x:worksheet>';
    const rows: unknown[] = [];
    for await (const slice of readTable(workbookOf(sheet, strings))) rows.push(slice);
    expect(rows).toEqual([
      {
        ok: true,
        value: {
          total: 3,
          rows: [
            { row: 2, cells: ['快递', '', 'in<l>ine', 'sum', 'TRUE', '#N/A'], lost: [] },
            { row: 3, cells: ['a\rb中&<', '2', '100', ''], lost: [] },
          ],
        },
      },
    ]);
  });

  it('stops an archive that swells, whatever its directory says', async () => {
    const row = `<row><c t="inlineStr"><is><t>${'0'.repeat(1000)}</t></is></c></row>`;
    const bomb = workbookOf('<worksheet/>', `<sst>${`<si><t>${'0'.repeat(1_000_000)}</t></si>`.repeat(140)}</sst>`);
    expect(bomb.length).toBeLessThan(1_000_000);
    expect((await readWhole(bomb, SHIPMENT_LAYOUT)).problem).toEqual({
      code: 'file-unreadable',
      detail: 'too-many-bytes',
    });
    expect((await readWhole(workbookOf(`<worksheet>${row}`), SHIPMENT_LAYOUT)).problem?.code).toBe(
      'file-columns-missing',
    );
  });

  it.each([
    ['an archive that is no workbook', async () => archive({ 'readme.txt': 'x' }), 'no-sheet'],
    ['an archive cut in half', async () => (await workbook([HEADER])).subarray(0, 900), 'damaged'],
    ['damaged bytes', async () => damaged(await workbook([HEADER, ['茶铺', '1', 'ABC123', 1]])), 'damaged'],
    ['a tag that never ends', async () => workbookOf(`<worksheet ${'a'.repeat(1_200_000)}`), 'damaged'],
    ['a sheet without its end', async () => workbookOf(CUT_OFF), 'damaged'],
  ])('refuses %s with its reason', async (_name, file, detail) => {
    expect((await readWhole(await file(), SHIPMENT_LAYOUT)).problem).toEqual({ code: 'file-unreadable', detail });
  });
});

const CUT_OFF =
  '<worksheet><sheetData><row>' +
  ['shop', 'order_id', 'waybill'].map((name) => `<c t="str"><v>${name}</v></c>`).join('') +
  '</row><row><c t="str"><v>Tea';

/** The workbook with the deflated bytes of its sheet overwritten. */
function damaged(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const name = Buffer.from(copy.buffer).indexOf(Buffer.from(utf8('xl/worksheets/sheet1.xml')));
  copy.fill(0xff, name + 30, name + 90);
  return copy;
}
