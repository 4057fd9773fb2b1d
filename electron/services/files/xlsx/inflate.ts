import { createInflateRaw } from 'node:zlib';
import type { Problem } from '../../../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { unreadable } from '../table.ts';
import type { ZipEntry } from './zip-directory.ts';

/** Characters handed on before the event loop gets a turn: about three milliseconds of parsing. */
const CHUNK_BYTES = 64 * 1024;

/**
 * The text of one entry in chunks, no character torn. What comes out is counted: an archive that swells beyond
 * `maxBytes` is stopped there, whatever its directory claims.
 */
export async function* inflateText(entry: ZipEntry, maxBytes: number): AsyncGenerator<Result<string, Problem>, void> {
  if (entry.encrypted) return yield err(unreadable('locked'));
  if (entry.method !== 0 && entry.method !== 8) return yield err(unreadable('damaged'));
  const decoder = new TextDecoder('utf-8');
  let count = 0;
  try {
    for await (const chunk of rawChunks(entry)) {
      count += chunk.length;
      if (count > maxBytes) return yield err(unreadable('too-many-bytes'));
      yield ok(decoder.decode(chunk, { stream: true }));
    }
  } catch (error) {
    if (!isZlibError(error)) throw error;
    yield err(unreadable('damaged'));
  }
}

async function* rawChunks({ method, compressed }: ZipEntry): AsyncGenerator<Uint8Array, void> {
  if (method === 0) {
    for (let at = 0; at < compressed.length; at += CHUNK_BYTES) yield compressed.subarray(at, at + CHUNK_BYTES);
    return;
  }
  const inflate = createInflateRaw({ chunkSize: CHUNK_BYTES });
  inflate.end(compressed);
  for await (const chunk of inflate) yield chunk as Uint8Array;
}

const isZlibError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');
