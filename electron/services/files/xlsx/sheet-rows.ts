import { cleanCell, numberCell } from '../cell.ts';
import type { TableRow } from '../table.ts';
import { unescapeString } from './shared-strings.ts';
import type { StringPool } from './string-pool.ts';
import { attribute, createXmlFeed, type XmlFeed } from './xml-tokens.ts';

/** Cells to the right of this are left out: an import file has twenty columns, a stray cell may stand at XFD. */
const MAX_COLUMNS = 512;

export type SheetFeed = XmlFeed & {
  /** Takes the rows completed so far. */
  readonly take: () => readonly TableRow[];
  /** Rows of the used range as the sheet states it, or null. */
  readonly stated: () => number | null;
  /** True once the end of the rows was seen: a sheet without it was cut off. */
  readonly complete: () => boolean;
};

type OpenCell = { column: number; type: string; value: string };

/** Collects the rows of a worksheet (ECMA-376 18.3.1). Formulas give their stored result; styles are not looked at. */
export function createSheetFeed(strings: Pick<StringPool, 'get'>): SheetFeed {
  let rows: TableRow[] = [];
  let stated: number | null = null;
  let complete = false;
  let row = 0;
  let column = -1;
  let cells: string[] = [];
  let lost: number[] = [];
  let cell: OpenCell | null = null;
  let inValue = false;
  let inPhonetic = false;
  const endCell = (): void => {
    if (cell === null || cell.column >= MAX_COLUMNS) return;
    const read = readCell(cell, strings);
    while (cells.length < cell.column) cells.push('');
    cells[cell.column] = read.text;
    if (read.lost) lost.push(cell.column);
  };
  const feed = createXmlFeed({
    open: (name, attributes) => {
      if (name === 'c') {
        column = columnOf(attribute(attributes, 'r')) ?? column + 1;
        cell = { column, type: attribute(attributes, 't') ?? 'n', value: '' };
      } else if (name === 'v' || name === 't') inValue = cell !== null;
      else if (name === 'row') {
        row = Number(attribute(attributes, 'r') ?? row + 1);
        column = -1;
        cells = [];
        lost = [];
      } else if (name === 'rPh') inPhonetic = true;
      else if (name === 'dimension') stated = lastRowOf(attribute(attributes, 'ref'));
    },
    close: (name) => {
      if (name === 'c') {
        endCell();
        cell = null;
      } else if (name === 'v' || name === 't') inValue = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'sheetData') complete = true;
      else if (name === 'row' && cells.some((text) => text !== '')) rows.push({ row, cells, lost });
    },
    text: (text) => {
      if (cell !== null && inValue && !inPhonetic) cell.value += text;
    },
  });
  return {
    push: feed.push,
    take: () => {
      const taken = rows;
      rows = [];
      return taken;
    },
    stated: () => stated,
    complete: () => complete,
  };
}

/** ECMA-376 18.18.11: `s` shared string, `str` and `inlineStr` text, `b` boolean, `e` error, `d` date text, else a number. */
function readCell({ type, value }: OpenCell, strings: Pick<StringPool, 'get'>): { text: string; lost: boolean } {
  if (value === '') return { text: '', lost: false };
  if (type === 's') return { text: cleanCell(strings.get(Number(value))), lost: false };
  if (type === 'n') return numberCell(value.trim());
  if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE', lost: false };
  return { text: cleanCell(unescapeString(value)), lost: false };
}

/** `C7` is column 2. */
function columnOf(reference: string | null): number | null {
  let column = 0;
  for (const letter of reference ?? '') {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column === 0 ? null : column - 1;
}

/** `A1:L100001` ends in row 100001. */
function lastRowOf(range: string | null): number | null {
  const digits = /:[A-Z]+(\d{1,7})$/.exec(range ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}
