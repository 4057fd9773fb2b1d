import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import { connect, type AddressInfo } from 'node:net';
import tls from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { createHttpRequest } from '../../../../electron/services/platforms/http/http-request.ts';
import { answer, startRawServer } from './raw-server.ts';
import { selfSigned } from './self-signed.ts';

const later = new Date('2049-01-01T00:00:00Z');
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

/** An https server that counts requests; `requests` stays empty where the handshake never ended. */
async function secureServer(
  identity: { readonly key: string; readonly cert: string },
  tls: { readonly maxVersion?: 'TLSv1.1' | 'TLSv1.2'; readonly minVersion?: 'TLSv1' } = {},
): Promise<{ readonly port: number; readonly requests: string[] }> {
  const requests: string[] = [];
  const server: Server = createServer({ ...identity, ...tls }, (incoming, outgoing) => {
    requests.push(incoming.url ?? '');
    outgoing.end('{"errcode":0}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise((resolve) => server.close(() => resolve())));
  return { port: (server.address() as AddressInfo).port, requests };
}

const call = (port: number, host = 'localhost', proxy: string | null = null) => ({
  method: 'POST' as const,
  url: `https://${host}:${port}/send?access_token=example-token`,
  body: Buffer.from('{}'),
  timeoutMs: 5_000,
  proxy,
});

test('a server whose root is trusted is reached over TLS', async () => {
  const identity = selfSigned({ name: 'localhost', notAfter: later });
  const server = await secureServer(identity);
  const request = createHttpRequest({ extraRoots: [identity.cert] });
  expect(await request(call(server.port))).toMatchObject({ ok: true, status: 200 });
  expect(await request(call(server.port, '127.0.0.1'))).toMatchObject({ ok: true, status: 200 });
});

test('an untrusted, an expired and a wrong-name certificate get no request, eight servers each', async () => {
  const untrusted = selfSigned({ name: 'localhost', notAfter: later });
  const expired = selfSigned({ name: 'localhost', notAfter: new Date('2021-01-01T00:00:00Z') });
  const foreign = selfSigned({ name: 'shop.example', notAfter: later });
  let refused = 0;
  for (const [identity, roots] of [
    [untrusted, []],
    [expired, [expired.cert]],
    [foreign, [foreign.cert]],
  ] as const) {
    const request = createHttpRequest({ extraRoots: roots });
    for (let round = 0; round < 8; round += 1) {
      const server = await secureServer(identity);
      expect(await request(call(server.port))).toMatchObject({ ok: false, phase: 'none', reason: 'tls' });
      expect(server.requests).toEqual([]);
      refused += 1;
    }
  }
  expect(refused).toBe(24);
});

test('the environment cannot switch verification off', async () => {
  const server = await secureServer(selfSigned({ name: 'localhost', notAfter: later }));
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
  try {
    expect(await createHttpRequest()(call(server.port))).toMatchObject({ ok: false, phase: 'none', reason: 'tls' });
  } finally {
    delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
  }
  expect(server.requests).toEqual([]);
});

test('a connection reset during the handshake proves that nothing was sent', async () => {
  const server = await startRawServer({ onConnect: (socket) => socket.resetAndDestroy() });
  closers.push(server.close);
  const result = await createHttpRequest()(call(server.port));
  expect(result).toMatchObject({ ok: false, phase: 'none' });
  expect(result).not.toMatchObject({ reason: 'timeout' });
});

test('a server that answers the handshake with plain HTTP never sees the token', async () => {
  const server = await startRawServer({ onConnect: (socket) => socket.end(answer('400 Bad Request', 'no TLS here')) });
  closers.push(server.close);
  expect(await createHttpRequest()(call(server.port))).toMatchObject({ ok: false, phase: 'none', reason: 'tls' });
  expect(server.received.join('')).not.toContain('example-token');
});

/** A proxy that knows one name, and tells what it was asked for. */
async function startProxy(reply: string, target: { readonly port: number } | null) {
  const proxy = await startRawServer({
    onRequest: (socket) => {
      socket.write(reply);
      if (target === null) return;
      socket.removeAllListeners('data');
      const upstream = connect(target.port, '127.0.0.1');
      upstream.on('error', () => socket.destroy());
      socket.pipe(upstream).pipe(socket);
    },
  });
  closers.push(proxy.close);
  return proxy;
}

test('https goes through the tunnel of a proxy, which sees the host and never the path', async () => {
  const identity = selfSigned({ name: 'shop.example', notAfter: later });
  const server = await secureServer(identity);
  const proxy = await startProxy('HTTP/1.1 200 Connection established\r\n\r\n', server);
  const request = createHttpRequest({ extraRoots: [identity.cert] });
  const address = `http://example-user:example-password@127.0.0.1:${proxy.port}`;
  expect(await request(call(server.port, 'shop.example', address))).toMatchObject({ ok: true, status: 200 });
  expect(proxy.received[0]).toContain(`CONNECT shop.example:${server.port} HTTP/1.1`);
  expect(proxy.received[0]).toContain(
    `Proxy-Authorization: Basic ${Buffer.from('example-user:example-password').toString('base64')}`,
  );
  expect(proxy.received.join('')).not.toContain('example-token');
  expect(server.requests).toEqual(['/send?access_token=example-token']);
});

test('a proxy that refuses, or is not there, proves that nothing was sent', async () => {
  const proxy = await startProxy('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n', null);
  const request = createHttpRequest();
  const refused = await request(
    call(1, 'shop.example', `http://example-user:example-password@127.0.0.1:${proxy.port}`),
  );
  expect(refused).toMatchObject({ ok: false, phase: 'none', reason: 'proxy' });
  expect(JSON.stringify(refused)).not.toContain('example-password');
  await proxy.close();
  const gone = await request(call(1, 'shop.example', `http://127.0.0.1:${proxy.port}`));
  expect(gone).toMatchObject({ ok: false, phase: 'none', reason: 'proxy' });
  expect(await request(call(1, 'shop.example', 'socks5://127.0.0.1:1080'))).toMatchObject({ reason: 'proxy' });
});

test('this machine is reached directly whatever the proxy setting says', async () => {
  const identity = selfSigned({ name: 'localhost', notAfter: later });
  const server = await secureServer(identity);
  const proxy = await startProxy('HTTP/1.1 502 Bad Gateway\r\n\r\n', null);
  const request = createHttpRequest({ extraRoots: [identity.cert] });
  expect(await request(call(server.port, 'localhost', `http://127.0.0.1:${proxy.port}`))).toMatchObject({ ok: true });
  expect(proxy.received).toHaveLength(0);
});

/** A machine whose Node was told to accept what is old: what `--tls-min-v1.0` and a weaker OpenSSL setting do. */
async function withOldDefaults(task: () => Promise<void>): Promise<void> {
  const { DEFAULT_MIN_VERSION, DEFAULT_CIPHERS } = tls;
  Object.assign(tls, { DEFAULT_MIN_VERSION: 'TLSv1', DEFAULT_CIPHERS: 'DEFAULT@SECLEVEL=0' });
  try {
    await task();
  } finally {
    Object.assign(tls, { DEFAULT_MIN_VERSION, DEFAULT_CIPHERS });
  }
}

test('TLS 1.1 is refused even where the machine would speak it', async () => {
  const identity = selfSigned({ name: 'localhost', notAfter: later });
  await withOldDefaults(async () => {
    const server = await secureServer(identity, { minVersion: 'TLSv1', maxVersion: 'TLSv1.1' });
    const plain = tls.connect({ port: server.port, host: '127.0.0.1', servername: 'localhost', ca: identity.cert });
    await once(plain, 'secureConnect');
    expect(plain.getProtocol()).toBe('TLSv1.1');
    plain.destroy();
    const result = await createHttpRequest({ extraRoots: [identity.cert] })(call(server.port));
    expect(result).toMatchObject({ ok: false, phase: 'none', reason: 'tls' });
    expect(server.requests).toEqual([]);
  });
});

test('TLS 1.1 is refused', async () => {
  const identity = selfSigned({ name: 'localhost', notAfter: later });
  const server = await secureServer(identity, { minVersion: 'TLSv1', maxVersion: 'TLSv1.1' });
  const result = await createHttpRequest({ extraRoots: [identity.cert] })(call(server.port));
  expect(result).toMatchObject({ ok: false, phase: 'none', reason: 'tls' });
  expect(server.requests).toEqual([]);
});

test('an unreadable extra root neither throws nor opens the door', async () => {
  const server = await secureServer(selfSigned({ name: 'localhost', notAfter: later }));
  const broken = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
  const result = await createHttpRequest({ extraRoots: [broken] })(call(server.port));
  expect(result).toMatchObject({ ok: false, phase: 'none', reason: 'tls' });
});
