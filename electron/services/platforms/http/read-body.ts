import type { IncomingMessage } from 'node:http';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { decodeText } from './charset.ts';
import type { NetworkFault } from './http-call.ts';
import { errorCode, socketFault } from './socket-fault.ts';

/** Largest answer read, after decompression (RELIABILITY 3c). A gzip bomb is cut here and never held in memory. */
export const MAX_BODY_BYTES = 1_048_576;

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Reads a whole answer as text. Text that is not clean in its charset is only tolerated where the status is not 200. */
export async function readBody(answer: IncomingMessage): Promise<Result<string, NetworkFault>> {
  const encoding = (answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const decoder = DECODERS[encoding];
  if (decoder === undefined && encoding !== 'identity' && encoding !== '') {
    answer.destroy();
    return err({ reason: 'bad-encoding', message: `unknown content encoding ${encoding.slice(0, 40)}` });
  }
  const collected = await collect(answer, decoder?.());
  if (!collected.ok) return collected;
  const text = decodeText(collected.value, answer.headers['content-type'] ?? '', answer.statusCode === 200);
  return text === null ? err({ reason: 'bad-encoding', message: 'text not valid in its charset' }) : ok(text);
}

async function collect(answer: IncomingMessage, decoder: Transform | undefined): Promise<Result<Buffer, NetworkFault>> {
  const chunks: Buffer[] = [];
  let total = 0;
  let overflow = false;
  const keep = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of source) {
      total += chunk.length;
      overflow = total > MAX_BODY_BYTES;
      if (overflow) return;
      chunks.push(chunk);
    }
  };
  try {
    await (decoder === undefined ? pipeline(answer, keep) : pipeline(answer, decoder, keep));
  } catch (error) {
    if (!overflow) return err(bodyFault(error));
  }
  if (!overflow) return ok(Buffer.concat(chunks));
  answer.destroy();
  return err({ reason: 'too-large', message: `answer larger than ${MAX_BODY_BYTES} bytes` });
}

function bodyFault(error: unknown): NetworkFault {
  const fault = socketFault(error, 'bad-http');
  const code = errorCode(error);
  if (code === 'Z_BUF_ERROR' || fault.reason === 'reset' || code === 'ERR_STREAM_PREMATURE_CLOSE')
    return { ...fault, reason: 'truncated' };
  return code.startsWith('Z_') || code.startsWith('ERR_') ? { ...fault, reason: 'bad-encoding' } : fault;
}
