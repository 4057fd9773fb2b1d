import { createReadStream, readFileSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

/** Reads a whole file and gives every row to `take`, headers included. */
export type TableReader = (file: string, take: (cells: readonly unknown[]) => void) => Promise<void>;

/** Loads a reader and nothing of the others, so that memory is the reader's own. */
export type LoadReader = () => Promise<TableReader>;

const CHUNK = 256 * 1024;

/** Readers of CSV by name. */
export const CSV_READERS: Readonly<Record<string, LoadReader>> = {
  'the app': app,
  'PapaParse, text and step': async () => {
    const { default: papa } = await import('papaparse');
    return async (file, take) => {
      papa.parse<string[]>(readFileSync(file, 'utf8'), { step: ({ data }) => take(data), skipEmptyLines: true });
    };
  },
  'PapaParse, Node stream': async () => {
    const { default: papa } = await import('papaparse');
    return (file, take) =>
      new Promise((resolve, reject) => {
        createReadStream(file)
          .pipe(papa.parse(papa.NODE_STREAM_INPUT, { skipEmptyLines: true }))
          .on('data', take)
          .on('end', resolve)
          .on('error', reject);
      });
  },
  'uDSV, chunks': async () => {
    const { inferSchema, initParser } = await import('udsv');
    return async (file, take) => {
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
    };
  },
  'csv-parse, stream': async () => {
    const { parse } = await import('csv-parse');
    return async (file, take) => {
      for await (const cells of createReadStream(file).pipe(parse())) take(cells as string[]);
    };
  },
};

/** Readers of XLSX by name. */
export const XLSX_READERS: Readonly<Record<string, LoadReader>> = {
  'the app': app,
  SheetJS: async () => {
    const { read, utils } = await import('@e965/xlsx');
    return async (file, take) => {
      const book = read(readFileSync(file), { dense: true });
      const sheet = book.Sheets[book.SheetNames[0] ?? ''];
      if (sheet !== undefined)
        utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: false, defval: '' }).forEach(take);
    };
  },
  'read-excel-file': async () => {
    const { readSheet } = await import('read-excel-file/node');
    return async (file, take) => {
      for (const cells of await readSheet(file)) take(cells);
    };
  },
};

async function app(): Promise<TableReader> {
  const { readTable } = await import('../../../electron/services/files/read-table.ts');
  return async (file, take) => {
    for await (const slice of readTable(readFileSync(file))) {
      if (!slice.ok) throw new Error(JSON.stringify(slice.error));
      for (const { cells } of slice.value.rows) take(cells);
    }
  };
}
