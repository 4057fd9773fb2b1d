import { TextDecoder } from 'node:util';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CsvError, type Options, type Parser, parse } from 'csv-parse';
import type { Problem } from '../../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { cleanCell, isRounded } from './cell.ts';
import { type TableRow, type TableSlice, type TableSlices, unreadable } from './table.ts';

/** Bytes parsed before the event loop gets a turn: a slice takes about two milliseconds. */
const CHUNK_BYTES = 16 * 1024;
/** Bytes whose lines are counted before the event loop gets a turn. */
const COUNTED_BYTES = 1024 * 1024;
const MAX_RECORD_CHARS = 256 * 1024;

const OPTIONS: Options = { relax_column_count: true, relax_quotes: true, max_record_size: MAX_RECORD_CHARS };

/** Reads delimited text. The delimiter is whichever of comma, tab and semicolon the first line has most of. */
export async function* readCsv(bytes: Uint8Array, decoder: TextDecoder, chunkBytes: number = CHUNK_BYTES): TableSlices {
  const total = await countLines(bytes);
  let feed: CsvFeed | null = null;
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const end = Math.min(bytes.length, at + chunkBytes);
    const text = decode(decoder, bytes.subarray(at, end), end < bytes.length);
    if (!text.ok) return yield text;
    feed ??= createFeed(delimiterOf(bytes, decoder.encoding));
    const rows = await feed.push(text.value);
    if (!rows.ok) return yield rows;
    if (rows.value.length > 0) yield ok<TableSlice>({ rows: rows.value, total });
    await nextTurn();
  }
  const rows = await feed?.finish();
  if (rows !== undefined) yield rows.ok ? ok({ rows: rows.value, total }) : rows;
}

/** A decoder that keeps half a character for the next chunk; no character is torn at a chunk's edge. */
function decode(decoder: TextDecoder, chunk: Uint8Array, more: boolean): Result<string, Problem> {
  try {
    return ok(decoder.decode(chunk, { stream: more }));
  } catch {
    return err(unreadable('encoding'));
  }
}

type CsvFeed = {
  readonly push: (text: string) => Promise<Result<readonly TableRow[], Problem>>;
  readonly finish: () => Promise<Result<readonly TableRow[], Problem>>;
};

/** The parser as something to feed: text in, the rows completed by it out. Empty lines count as rows, as in a spreadsheet. */
function createFeed(delimiter: string): CsvFeed {
  const parser: Parser = parse({ ...OPTIONS, delimiter });
  let rows: TableRow[] = [];
  let row = 0;
  let problem: Problem | null = null;
  parser.on('data', (cells: string[]) => {
    row += 1;
    if (cells.some((cell) => cell !== '')) rows.push(toRow(row, cells));
  });
  parser.on('error', (error) => {
    problem ??= problemOf(error);
  });
  const done = new Promise<void>((resolve) => {
    parser.once('close', resolve);
  });
  const taken = (): Result<readonly TableRow[], Problem> => {
    if (problem !== null) return err(problem);
    const complete = rows;
    rows = [];
    return ok(complete);
  };
  return {
    push: async (text) => {
      if (text !== '' && problem === null) await new Promise<void>((resolve) => parser.write(text, () => resolve()));
      return taken();
    },
    finish: async () => {
      parser.end();
      await done;
      return taken();
    },
  };
}

function toRow(row: number, raw: readonly string[]): TableRow {
  const cells = raw.map(cleanCell);
  const lost: number[] = [];
  cells.forEach((cell, index) => {
    if (isRounded(cell)) lost.push(index);
  });
  return { row, cells, lost };
}

function problemOf(error: unknown): Problem {
  if (!(error instanceof CsvError)) throw error;
  return unreadable(error.code === 'CSV_MAX_RECORD_SIZE' ? 'row-too-long' : 'quotes');
}

function delimiterOf(bytes: Uint8Array, encoding: string): string {
  const start = new TextDecoder(encoding).decode(bytes.subarray(0, 4096), { stream: true });
  const [line = ''] = start.split(/\r?\n/, 1);
  const count = (sign: string): number => line.split(sign).length;
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** Lines of the file: an upper bound of its rows that is exact where no cell holds a line break. */
async function countLines(bytes: Uint8Array): Promise<number> {
  let lines = bytes.at(-1) === 0x0a ? 0 : 1;
  for (let start = 0; start < bytes.length; start += COUNTED_BYTES) {
    const part = bytes.subarray(start, start + COUNTED_BYTES);
    for (let at = part.indexOf(0x0a); at !== -1; at = part.indexOf(0x0a, at + 1)) lines += 1;
    await nextTurn();
  }
  return lines;
}
