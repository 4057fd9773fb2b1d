import { deflateRawSync } from 'node:zlib';
import writeXlsxFile from 'write-excel-file/node';
import type { ImportLayout } from '../../../shared/domain/import-columns.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { ImportRecord } from '../../../shared/domain/import-columns.ts';
import { readRecords } from '../../../electron/services/files/read-records.ts';

/** Text as GBK bytes, by turning the platform's own decoder around. */
export function encodeGbk(text: string): Uint8Array {
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      if (trail !== 0x7f) table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Uint8Array.from([...text].flatMap((sign) => (sign < '\u0080' ? [sign.charCodeAt(0)] : table.get(sign)!)));
}

export type ReadFile = { readonly records: ImportRecord[]; readonly problem: Problem | null; readonly slices: number };

/** Everything a file gives. */
export async function readWhole(bytes: Uint8Array, layout: ImportLayout): Promise<ReadFile> {
  const records: ImportRecord[] = [];
  let slices = 0;
  for await (const slice of readRecords(bytes, layout)) {
    if (!slice.ok) return { records, problem: slice.error, slices };
    slices += 1;
    records.push(...slice.value.records);
  }
  return { records, problem: null, slices };
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A workbook as a spreadsheet program writes it; numbers become number cells. */
export async function workbook(rows: readonly (readonly (string | number | null)[])[]): Promise<Uint8Array> {
  const cells = rows.map((row) =>
    row.map((value) => (value === null ? null : { value, type: typeof value === 'number' ? Number : String })),
  );
  return await writeXlsxFile(cells).toBuffer();
}

/** A ZIP archive of deflated parts. */
export function archive(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const data = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(data.length, 18);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), data);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + data.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

/** The smallest workbook around one sheet. */
export const workbookOf = (sheet: string | Uint8Array, strings = '<sst/>'): Uint8Array =>
  archive({
    'xl/workbook.xml':
      '<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="h" state="hidden" r:id="rId9"/><x:sheet name="a" r:id="rId1"/></x:sheets></x:workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId9" Type="t/worksheet" Target="worksheets/hidden.xml"/><Relationship Id="rId1" Type="t/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="rId2" Type="t/sharedStrings" Target="strings.xml"/></Relationships>',
    'xl/worksheets/hidden.xml': '<worksheet><sheetData/></worksheet>',
    'xl/worksheets/sheet1.xml': sheet,
    'xl/strings.xml': strings,
  });
