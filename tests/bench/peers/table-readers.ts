import { createReadStream, readFileSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import { inferSchema, initParser } from 'udsv';
import { readTable } from '../../../electron/services/files/read-table.ts';

/** Reads a whole file and gives every row to `take`, headers included. */
export type TableReader = (file: string, take: (cells: readonly unknown[]) => void) => Promise<void>;

const CHUNK = 256 * 1024;

/** Readers of CSV by name. */
export const CSV_READERS: Readonly<Record<string, TableReader>> = {
  'the app': app,
  'PapaParse, text and step': async (file, take) => {
    Papa.parse<string[]>(readFileSync(file, 'utf8'), { step: ({ data }) => take(data), skipEmptyLines: true });
  },
  'PapaParse, Node stream': (file, take) =>
    new Promise((resolve, reject) => {
      createReadStream(file)
        .pipe(Papa.parse(Papa.NODE_STREAM_INPUT, { skipEmptyLines: true }))
        .on('data', take)
        .on('end', resolve)
        .on('error', reject);
    }),
  'uDSV, chunks': async (file, take) => {
    const decoder = new StringDecoder('utf8');
    let parser: ReturnType<typeof initParser> | null = null;
    for await (const chunk of createReadStream(file, { highWaterMark: CHUNK })) {
      const text = decoder.write(chunk as Buffer);
      if (parser === null) {
        parser = initParser(inferSchema(text));
        take(parser.schema.cols.map((column) => column.name));
      }
      parser.chunk<string[]>(text, parser.stringArrs as never, take);
    }
    parser?.end();
  },
  'csv-parse, stream': async (file, take) => {
    for await (const cells of createReadStream(file).pipe(parse())) take(cells as string[]);
  },
};

/** Readers of XLSX by name. */
export const XLSX_READERS: Readonly<Record<string, TableReader>> = {
  'the app': app,
  SheetJS: async (file, take) => {
    const book = read(readFileSync(file), { dense: true });
    const sheet = book.Sheets[book.SheetNames[0] ?? ''];
    if (sheet !== undefined) utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: false, defval: '' }).forEach(take);
  },
  'read-excel-file': async (file, take) => {
    for (const cells of await readSheet(file)) take(cells);
  },
};

async function app(file: string, take: (cells: readonly unknown[]) => void): Promise<void> {
  for await (const slice of readTable(readFileSync(file))) {
    if (!slice.ok) throw new Error(JSON.stringify(slice.error));
    for (const { cells } of slice.value.rows) take(cells);
  }
}
