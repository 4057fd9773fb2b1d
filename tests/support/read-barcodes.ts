import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, readBarcodes as decode } from 'zxing-wasm/reader';

const DECODER = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));

/** The texts of all Code 128 symbols in a PNG, read by other code than the one that draws them; the order says nothing. */
export async function readBarcodes(png: Uint8Array): Promise<readonly string[]> {
  const wasmBinary = Uint8Array.from(await readFile(DECODER)).buffer;
  prepareZXingModule({ overrides: { wasmBinary } });
  const found = await decode(png, { formats: ['Code128'], maxNumberOfSymbols: 32 });
  return found.map(({ text }) => text);
}
