import { TextDecoder } from 'node:util';
import { isUtf8 } from 'node:buffer';
import type { Problem } from '../../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { unreadable } from './table.ts';

/** Control characters that no text file has, except tab, line feed, form feed, carriage return and the old end of file. */
const NOT_TEXT = /[\u0000-\u0008\u000B\u000E-\u0019\u001B-\u001F]/;
const PROBE_BYTES = 4096;

/**
 * A decoder for a text file: what its byte order mark says, else UTF-8 where every byte fits, else GB18030 (which
 * contains GBK and GB2312, what a Chinese Excel saves). It is fatal: a byte that fits nowhere stops the reading.
 */
export function decoderFor(bytes: Uint8Array): Result<TextDecoder, Problem> {
  const label = labelFor(bytes);
  const probe = new TextDecoder(label).decode(bytes.subarray(0, PROBE_BYTES), { stream: true });
  if (NOT_TEXT.test(probe)) return err(unreadable('binary'));
  return ok(new TextDecoder(label, { fatal: true }));
}

function labelFor(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'gb18030';
}
