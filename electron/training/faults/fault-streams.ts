import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Reply } from '../core/reply.ts';
import { sendBytes } from '../core/send-reply.ts';
import type { FaultPlay } from './spoilt-call.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const BOMB_MEMBERS = 8;
const BOMB_MEMBER_BYTES = 64 * 1024 * 1024;
const OVERSIZED_BYTES = 8 * 1024 * 1024;
const ENDLESS_CHUNK = Buffer.alloc(64 * 1024, 0x20);

const compress = promisify(gzip);

/** About half a megabyte on the wire that unpacks to 512 MiB: eight gzip members in a row. Other calls go on meanwhile. */
export async function gzipBomb({ response, onAnswer }: FaultPlay): Promise<void> {
  const member = await compress(Buffer.alloc(BOMB_MEMBER_BYTES), { level: 9 });
  onAnswer(200, '');
  sendBytes(response, 200, Buffer.concat(Array.from({ length: BOMB_MEMBERS }, () => member)), {
    'content-type': JSON_TYPE,
    'content-encoding': 'gzip',
  });
}

/** A right answer with eight megabytes of blanks before its end. */
export function oversizedReply({ response, onAnswer }: FaultPlay): void {
  onAnswer(200, '');
  sendBytes(response, 200, Buffer.alloc(OVERSIZED_BYTES, 0x20), { 'content-type': JSON_TYPE });
}

/** Chunks without end, until the caller hangs up. */
export function endlessReply({ response, onAnswer }: FaultPlay): void {
  onAnswer(200, '');
  response.writeHead(200, { 'content-type': JSON_TYPE });
  const pump = (): void => {
    while (!response.destroyed && response.write(ENDLESS_CHUNK));
    if (!response.destroyed) response.once('drain', pump);
  };
  pump();
}

/** The right answer, one byte at a time. */
export function dripReply({ response, onAnswer, fault, later }: FaultPlay, reply: Reply): void {
  const bytes = Buffer.from(reply.body);
  onAnswer(reply.status, reply.code);
  response.writeHead(reply.status, { 'content-type': reply.contentType, 'content-length': bytes.length });
  const drip = (index: number): void => {
    if (response.destroyed) return;
    if (index >= bytes.length) {
      response.end();
      return;
    }
    response.write(bytes.subarray(index, index + 1));
    later(fault.delayMs ?? 500, () => drip(index + 1));
  };
  drip(0);
}
