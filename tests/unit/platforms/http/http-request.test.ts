import { createHash } from 'node:crypto';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { createHttpRequest } from '../../../../electron/services/platforms/http/http-request.ts';
import { MAX_BODY_BYTES } from '../../../../electron/services/platforms/http/read-body.ts';
import { answer, startRawServer, type RawServer } from './raw-server.ts';

const request = createHttpRequest();
const servers: RawServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(options: Parameters<typeof startRawServer>[0]): Promise<RawServer> {
  const server = await startRawServer(options);
  servers.push(server);
  return server;
}

const post = (url: string, timeoutMs = 3_000, body = '{"order_id":"3705115058471208928"}') =>
  request({ method: 'POST', url, body: Buffer.from(body), timeoutMs, proxy: null });

test('a whole answer comes back with status, text, server time and the hash of what was sent', async () => {
  const server = await serve({
    onRequest: (socket) => {
      socket.end(answer('200 OK', '{"errcode":0}', { Date: 'Sat, 21 Nov 2026 08:00:00 GMT' }));
    },
  });
  const result = await post(`${server.url}/send?access_token=example-token`);
  expect(result).toMatchObject({ ok: true, phase: 'answered', status: 200, text: '{"errcode":0}' });
  if (!result.ok) throw new Error('unreachable');
  expect(result.serverTimeMs).toBe(Date.parse('2026-11-21T08:00:00Z'));
  expect(result.bodySha256).toBe(createHash('sha256').update('{"order_id":"3705115058471208928"}').digest('hex'));
  expect(server.received[0]).toContain('POST /send?access_token=example-token HTTP/1.1\r\n');
  expect(server.received[0]).toContain('{"order_id":"3705115058471208928"}');
});

test('every call has a socket of its own that is never used again', async () => {
  const server = await serve({
    onRequest: (socket) => socket.write(answer('200 OK', '{}', { Connection: 'keep-alive' })),
  });
  await post(server.url);
  await post(server.url);
  await post(server.url);
  expect(server.received).toHaveLength(3);
  for (const text of server.received) {
    expect(text.match(/POST /g)).toHaveLength(1);
    expect(text).toMatch(/connection: close/i);
  }
});

test('a reset after the whole body is reported as sent and is never repeated', async () => {
  const server = await serve({ onRequest: (socket) => socket.resetAndDestroy() });
  const result = await post(server.url);
  expect(result).toMatchObject({ ok: false, phase: 'body-sent', reason: 'reset', status: null });
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(server.received).toHaveLength(1);
  expect(server.received[0]?.match(/POST /g)).toHaveLength(1);
});

test('a plain close after the whole body is reported as sent and is never repeated', async () => {
  const server = await serve({ onRequest: (socket) => socket.end() });
  expect(await post(server.url)).toMatchObject({ ok: false, phase: 'body-sent', reason: 'reset' });
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(server.received).toHaveLength(1);
});

test('a reset on accept never claims an answer', async () => {
  const server = await serve({ onConnect: (socket) => socket.resetAndDestroy() });
  const result = await post(server.url);
  expect(result).toMatchObject({ ok: false, reason: 'reset', status: null });
  expect(['none', 'connected', 'body-sent']).toContain(result.phase);
});

test('a closed port proves that nothing was sent', async () => {
  const server = await startRawServer({});
  await server.close();
  expect(await post(server.url)).toMatchObject({ ok: false, phase: 'none', reason: 'refused' });
});

test('an unknown host proves that nothing was sent', async () => {
  const result = await post('https://no-such-host.invalid/cgi-bin/stable_token?secret=example-secret');
  expect(result).toMatchObject({ ok: false, phase: 'none' });
  expect(JSON.stringify(result)).not.toContain('example-secret');
});

test('silence after the request ends at the limit, with the request counted as sent', async () => {
  const server = await serve({});
  const started = Date.now();
  expect(await post(server.url, 300)).toMatchObject({ ok: false, phase: 'body-sent', reason: 'timeout' });
  expect(Date.now() - started).toBeLessThan(2_000);
});

test('a dripping body does not outlive the limit of the whole call', async () => {
  const server = await serve({
    onRequest: (socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n');
      const drip = setInterval(() => socket.write('x'), 20);
      socket.on('close', () => clearInterval(drip));
    },
  });
  const started = Date.now();
  expect(await post(server.url, 400)).toMatchObject({ ok: false, phase: 'answered', reason: 'timeout', status: 200 });
  expect(Date.now() - started).toBeLessThan(2_000);
});

test('a truncated body is told apart from a whole one', async () => {
  const server = await serve({
    onRequest: (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 60\r\n\r\n{"errcode":0,'),
  });
  expect(await post(server.url)).toMatchObject({ ok: false, phase: 'answered', reason: 'truncated', status: 200 });
});

test('an answer of 8 MB is cut at one mebibyte', async () => {
  const server = await serve({ onRequest: (socket) => socket.end(answer('200 OK', Buffer.alloc(8_000_000, 32))) });
  expect(await post(server.url)).toMatchObject({ ok: false, phase: 'answered', reason: 'too-large' });
});

test('a body of exactly the limit passes and one byte more does not', async () => {
  let size = MAX_BODY_BYTES;
  const server = await serve({ onRequest: (socket) => socket.end(answer('200 OK', Buffer.alloc(size, 32))) });
  expect(await post(server.url)).toMatchObject({ ok: true });
  size += 1;
  expect(await post(server.url)).toMatchObject({ ok: false, reason: 'too-large' });
});

test('a gzip bomb is cut before it fills the memory', async () => {
  const member = gzipSync(Buffer.alloc(64 * 1024 * 1024));
  const bomb = Buffer.concat(Array.from({ length: 8 }, () => member));
  const server = await serve({
    onRequest: (socket) => socket.end(answer('200 OK', bomb, { 'Content-Encoding': 'gzip' })),
  });
  const before = process.memoryUsage().rss;
  expect(await post(server.url)).toMatchObject({ ok: false, reason: 'too-large' });
  expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
});

test.each([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
])('a body in %s is read', async (name, compress) => {
  const packed = compress(Buffer.from('{"errcode":0,"errmsg":"好"}'));
  const server = await serve({
    onRequest: (socket) => socket.end(answer('200 OK', packed, { 'Content-Encoding': name })),
  });
  expect(await post(server.url)).toMatchObject({ ok: true, text: '{"errcode":0,"errmsg":"好"}' });
});

test('half a gzip body is truncated, a garbled one is bad, an unknown encoding is bad', async () => {
  const packed = gzipSync(Buffer.from('{"errcode":0}'));
  const answers = [
    answer('200 OK', packed.subarray(0, packed.length - 6), { 'Content-Encoding': 'gzip' }),
    answer('200 OK', 'not gzip at all', { 'Content-Encoding': 'gzip' }),
    answer('200 OK', 'zzz', { 'Content-Encoding': 'snappy' }),
  ];
  const server = await serve({ onRequest: (socket) => socket.end(answers.shift() ?? '') });
  expect(await post(server.url)).toMatchObject({ ok: false, phase: 'answered', reason: 'truncated' });
  expect(await post(server.url)).toMatchObject({ ok: false, phase: 'answered', reason: 'bad-encoding' });
  expect(await post(server.url)).toMatchObject({ ok: false, phase: 'answered', reason: 'bad-encoding' });
});

test('GBK is read where the header says so, and refused as UTF-8 where it does not', async () => {
  const gbk = Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xd6, 0xd0, 0xce, 0xc4, 0x22, 0x7d]);
  const types = ['application/json; charset=GBK', 'application/json'];
  const server = await serve({
    onRequest: (socket) => socket.end(answer('200 OK', gbk, { 'Content-Type': types.shift() ?? '' })),
  });
  expect(await post(server.url)).toMatchObject({ ok: true, text: '{"a":"中文"}' });
  expect(await post(server.url)).toMatchObject({ ok: false, reason: 'bad-encoding', status: 200 });
});

test('an error page in a broken charset still tells its status', async () => {
  const server = await serve({ onRequest: (socket) => socket.end(answer('403 Forbidden', Buffer.from([0xff, 0xfe]))) });
  expect(await post(server.url)).toMatchObject({ ok: true, status: 403 });
});

test('a redirect is an answer like any other and is not followed', async () => {
  const other = await serve({ onRequest: (socket) => socket.end(answer('200 OK', '{}')) });
  const server = await serve({
    onRequest: (socket) => socket.end(answer('307 Temporary Redirect', '', { Location: `${other.url}/stolen` })),
  });
  expect(await post(server.url)).toMatchObject({ ok: true, status: 307 });
  expect(other.received).toHaveLength(0);
});

test('Retry-After is read in seconds and as a date by the server’s own clock', async () => {
  const date = { Date: 'Sat, 21 Nov 2026 08:00:00 GMT' };
  const answers = [
    answer('429 Too Many Requests', '', { 'Retry-After': '7' }),
    answer('429 Too Many Requests', '', { ...date, 'Retry-After': 'Sat, 21 Nov 2026 08:01:00 GMT' }),
    answer('429 Too Many Requests', '', { 'Retry-After': 'soon' }),
  ];
  const server = await serve({ onRequest: (socket) => socket.end(answers.shift() ?? '') });
  expect(await post(server.url)).toMatchObject({ retryAfterMs: 7_000 });
  expect(await post(server.url)).toMatchObject({ retryAfterMs: 60_000 });
  expect(await post(server.url)).toMatchObject({ retryAfterMs: null });
});

test('what is not HTTP is not an answer', async () => {
  const server = await serve({ onRequest: (socket) => socket.end('220 mail.example ESMTP\r\n') });
  expect(await post(server.url)).toMatchObject({ ok: false, phase: 'body-sent', reason: 'bad-http' });
});

test.each([
  ['http://192.0.2.1/x', 'plain-http'],
  ['http://api.example.test/x', 'plain-http'],
  ['ftp://127.0.0.1/x', 'bad-address'],
  ['https://user:password@127.0.0.1/x', 'bad-address'],
  ['not an address', 'bad-address'],
])('%s is refused before a socket opens', async (url, reason) => {
  expect(await post(url)).toMatchObject({ ok: false, phase: 'none', reason });
});

test('plain http reaches this machine by name and by either loopback address', async () => {
  const server = await serve({ onRequest: (socket) => socket.end(answer('200 OK', '{}')), host: '::' });
  for (const host of ['localhost', '127.0.0.1', '[::1]'])
    expect(await post(`http://${host}:${server.port}/`)).toMatchObject({ ok: true, status: 200 });
});
