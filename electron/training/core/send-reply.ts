import type { ServerResponse } from 'node:http';
import type { Reply } from './reply.ts';

/** Writes an answer as it is, with its exact length. */
export function sendReply(response: ServerResponse, reply: Reply, headers: Record<string, string> = {}): void {
  sendBytes(response, reply.status, Buffer.from(reply.body), { 'content-type': reply.contentType, ...headers });
}

export function sendBytes(
  response: ServerResponse,
  status: number,
  bytes: Buffer,
  headers: Record<string, string>,
): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-length': String(bytes.length), 'cache-control': 'no-store', ...headers });
  response.end(bytes);
}
