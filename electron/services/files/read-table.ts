import { readCsv } from './read-csv.ts';
import { type TableSlices, unreadable } from './table.ts';
import { decoderFor } from './text-encoding.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';

/** Reads a CSV or XLSX file, told apart by its bytes and never by its name. */
export async function* readTable(bytes: Uint8Array): TableSlices {
  if (bytes.length === 0) return yield { ok: false, error: unreadable('empty') };
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return yield* readXlsx(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return yield { ok: false, error: unreadable('xls') };
  const decoder = decoderFor(bytes);
  if (!decoder.ok) return yield decoder;
  yield* readCsv(bytes, decoder.value);
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);
