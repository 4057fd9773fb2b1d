import type { IncomingMessage, ServerResponse } from 'node:http';
import { CALL_LIMIT_BYTES } from '../../shared/channels.ts';
import type { CallEnvelope } from '../../shared/contract/define.ts';
import { type Door, TOO_LARGE } from '../host/door.ts';
import { securityHeaders } from '../services/web/security-headers.ts';
import { declaresJson } from './gate.ts';

/** `POST /call`: JSON in, envelope out. A call that never reached the backend has a status that says so. */
export async function answerCall(door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!declaresJson(request)) return sendEnvelope(response, 415, notJson);
  const text = await readText(request);
  if (text === null) return sendEnvelope(response, 413, { ok: false, error: TOO_LARGE });
  sendEnvelope(response, 200, await door(text));
}

const notJson: CallEnvelope = { ok: false, error: { code: 'bad-request', detail: 'content-type: application/json' } };

/** The body as text; null where it is larger than a call may be. What is over the limit is never kept. */
async function readText(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > CALL_LIMIT_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Closing after a refusal spares reading what the sender still has to say. */
function sendEnvelope(response: ServerResponse, status: number, envelope: CallEnvelope): void {
  response.writeHead(status, {
    ...securityHeaders("default-src 'none'"),
    'content-type': 'application/json; charset=utf-8',
    ...(status === 200 ? {} : { connection: 'close' }),
  });
  response.end(JSON.stringify(envelope));
}
