import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Problem } from '../../../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { type TableSlice, type TableSlices, unreadable } from '../table.ts';
import { inflateText } from './inflate.ts';
import { createStringFeed } from './shared-strings.ts';
import { createSheetFeed } from './sheet-rows.ts';
import { findSheet } from './workbook.ts';
import type { XmlFeed } from './xml-tokens.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

/** What may come out of a compressed sheet, and out of the strings, which are the one thing kept in memory. */
const MAX_SHEET_BYTES = 512 * 1024 * 1024;
const MAX_STRING_BYTES = 128 * 1024 * 1024;

/**
 * Reads the first visible sheet of a workbook as it is inflated. Everything is text: a number keeps the digits the file
 * holds, and one with more digits than a spreadsheet keeps is marked as lost.
 */
export async function* readXlsx(bytes: Uint8Array): TableSlices {
  const directory = readZipDirectory(bytes);
  if (directory === null) return yield err(unreadable('damaged'));
  const sheet = await findSheet(directory);
  if (!sheet.ok) return yield sheet;
  const strings = createStringFeed();
  const sharedStrings = directory.get(sheet.value.stringsPath);
  if (sharedStrings !== undefined) {
    const read = await readAll(sharedStrings, strings, MAX_STRING_BYTES);
    if (!read.ok) return yield read;
  }
  const feed = createSheetFeed(strings.strings);
  for await (const chunk of inflateText(sheet.value.entry, MAX_SHEET_BYTES)) {
    if (!chunk.ok) return yield chunk;
    if (!feed.push(chunk.value)) return yield err(unreadable('damaged'));
    const rows = feed.take();
    if (rows.length > 0) yield ok<TableSlice>({ rows, total: feed.stated() });
    await nextTurn();
  }
  if (!feed.complete()) yield err(unreadable('damaged'));
}

async function readAll(entry: ZipEntry, feed: XmlFeed, maxBytes: number): Promise<Result<null, Problem>> {
  for await (const chunk of inflateText(entry, maxBytes)) {
    if (!chunk.ok) return chunk;
    if (!feed.push(chunk.value)) return err(unreadable('damaged'));
    await nextTurn();
  }
  return ok(null);
}
