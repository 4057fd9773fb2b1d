import { networkInterfaces } from 'node:os';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createDoor } from '../../../electron/host/door.ts';
import { type LoopbackServer, serveLoopback } from '../../../electron/loopback/serve.ts';
import { createEventHub } from '../../../electron/services/events.ts';
import { createResponder } from '../../../electron/services/web/respond.ts';
import { memoryFiles, pageFolder, rememberingLog } from '../../support/hosts.ts';
import { enter, pageHeaders, sendRaw } from '../../support/loopback-client.ts';

const open: LoopbackServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function setup() {
  const log = rememberingLog();
  const calls: string[] = [];
  const files = memoryFiles();
  const server = await serveLoopback({
    log,
    port: 0,
    events: createEventHub(log),
    respond: createResponder({ pageDir: `${pageFolder()}/page`, files }),
    door: createDoor({
      context: () => ({ role: 'packer', operator: '' }),
      call: async ({ name }) => {
        calls.push(name);
        return { ok: true, value: name };
      },
    }),
  });
  open.push(server);
  const { origin } = server;
  const cookie = await enter(server.newLaunchUrl());
  const call = (
    headers: Record<string, string>,
    body: string | Buffer = '{"name":"a.b","input":{}}',
    method = 'POST',
  ) => sendRaw(origin, '/call', { method, headers, body });
  return { server, origin, cookie, calls, files, log, call, good: pageHeaders(origin, cookie) };
}

const without = (headers: Record<string, string>, name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));

describe('launch link', () => {
  it('lets one browser in, once, and leads it to an address without the key', async () => {
    const { server, origin } = await setup();
    const link = new URL(server.newLaunchUrl());
    expect(link.searchParams.get('key')).toMatch(/^[\w-]{43}$/);
    const first = await sendRaw(origin, link.pathname + link.search);
    expect([first.status, first.headers['location'], first.body]).toEqual([303, '/', '']);
    expect(first.headers['set-cookie']).toEqual([
      expect.stringMatching(new RegExp(`^dd_${link.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`)),
    ]);
    const second = await sendRaw(origin, link.pathname + link.search);
    expect(second.status).toBe(403);
    expect(second.headers['set-cookie']).toBeUndefined();
    expect(second.body).toMatch(/链接已经用过.*was used already/s);
  });

  it('lets in who is in already, as after a reload, without a new cookie', async () => {
    const { server, origin, cookie } = await setup();
    const link = new URL(server.newLaunchUrl());
    await enter(link.href);
    const again = await sendRaw(origin, link.pathname + link.search, { headers: { cookie } });
    expect([again.status, again.headers['set-cookie']]).toEqual([303, undefined]);
  });

  it('refuses a wrong, empty, shortened or lengthened key, and HEAD does not use one up', async () => {
    const { server, origin } = await setup();
    const key = new URL(server.newLaunchUrl()).searchParams.get('key') ?? '';
    for (const wrong of ['', 'x', key.slice(1), `${key}x`, key.toUpperCase(), '%00'])
      expect((await sendRaw(origin, `/launch?key=${wrong}`)).status, wrong).toBe(403);
    expect((await sendRaw(origin, `/launch?key=${key}`, { method: 'HEAD' })).status).toBe(403);
    expect((await sendRaw(origin, `/launch?key=${key}`)).status).toBe(303);
  });
});

describe('a request that is not our page’s', () => {
  it.each([
    ['no cookie', 'cookie', ''],
    ['another cookie', 'cookie', 'dd_1=x'],
    ['a guessed cookie of the right name', 'cookie', 'dd_PORT=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['another host (rebinding)', 'host', 'evil.example:PORT'],
    ['localhost by name', 'host', 'localhost:PORT'],
    ['the host without its port', 'host', '127.0.0.1'],
    ['the host with another port', 'host', '127.0.0.1:1'],
    ['the host in another spelling', 'host', '127.0.0.1.:PORT'],
    ['another origin', 'origin', 'https://evil.example'],
    ['no origin', 'origin', ''],
    ['a null origin', 'origin', 'null'],
    ['an origin with another port', 'origin', 'http://127.0.0.1:1'],
    ['an origin by name', 'origin', 'http://localhost:PORT'],
    ['an origin with another scheme', 'origin', 'https://127.0.0.1:PORT'],
    ['a page of another site', 'sec-fetch-site', 'cross-site'],
    ['a page of the same site on another port', 'sec-fetch-site', 'same-site'],
    ['without our header', 'x-dispatch-desk', ''],
    ['with another value of our header', 'x-dispatch-desk', '2'],
  ])('is refused: %s', async (_what, header, value) => {
    const { origin, good, call, calls } = await setup();
    const forged = value.replace('PORT', new URL(origin).port);
    const headers = forged === '' ? without(good, header) : { ...good, [header]: forged };
    expect((await call(headers)).status).toBe(403);
    expect(calls).toEqual([]);
    expect((await call(good)).body).toBe('{"ok":true,"value":"a.b"}');
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/json; charset=gbk',
    '',
  ])('is refused when its content type is %j', async (type) => {
    const { good, call, calls } = await setup();
    const answer = await call({ ...without(good, 'content-type'), ...(type === '' ? {} : { 'content-type': type }) });
    expect([answer.status, calls]).toEqual([415, []]);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('is refused when its method is %s', async (method) => {
    const { good, call, calls } = await setup();
    const answer = await call(good, '', method);
    expect([answer.status, calls]).toEqual([405, []]);
  });

  it('never gets a header that would let another site read an answer', async () => {
    const { origin, good, cookie, call } = await setup();
    const answers = [
      await call(good),
      await call({ ...good, origin: 'https://evil.example' }),
      await call({ ...good, 'access-control-request-method': 'POST' }, '', 'OPTIONS'),
      await sendRaw(origin, '/', { headers: { cookie } }),
    ];
    for (const { headers } of answers) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(headers['cache-control']).toBe('no-store');
    }
  });

  it('does not reach page, files or events without the cookie', async () => {
    const { origin } = await setup();
    for (const path of ['/', '/index.html', '/assets/main-1a2b.js', '/files/x', '/events', '/call'])
      expect((await sendRaw(origin, path)).status, path).toBe(403);
  });

  it('is refused 200 times over when it comes from a page that rebinds its name to us', async () => {
    const { good, call, calls } = await setup();
    const names = Array.from({ length: 200 }, (_, index) => `name-${index}.evil.example`);
    const answers = await Promise.all(
      names.map((name) => call({ ...good, host: name, origin: `http://${name}` }).then(({ status }) => status)),
    );
    expect(new Set(answers)).toEqual(new Set([403]));
    expect(calls).toEqual([]);
  });

  it('is refused 200 times over when another site sends it here under our own name', async () => {
    const { origin, good, call, calls } = await setup();
    const { port } = new URL(origin);
    const plain = without(without(good, 'x-dispatch-desk'), 'content-type');
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => [
        { ...good, origin: `https://site-${index}.example` },
        { ...good, origin: `http://127.0.0.1:${Number(port) + index + 1}` },
        { ...good, 'sec-fetch-site': index % 2 === 0 ? 'cross-site' : 'same-site' },
        // What a form or an image can send without asking: no header of its own, no JSON.
        { ...plain, origin: 'null', 'content-type': index % 2 === 0 ? 'text/plain' : 'multipart/form-data' },
        { ...without(good, 'cookie'), cookie: `dd_${port}=guess-${index}` },
      ])
        .flat()
        .map((headers) => call(headers).then(({ status }) => status)),
    );
    expect(answers).toHaveLength(200);
    expect(new Set(answers)).toEqual(new Set([403]));
    expect(calls).toEqual([]);
  });

  it('cannot name another server by an absolute address', async () => {
    const { origin, cookie } = await setup();
    expect((await sendRaw(origin, 'http://evil.example/', { headers: { cookie } })).status).toBe(400);
    expect((await sendRaw(origin, '//evil.example/', { headers: { cookie } })).status).toBe(400);
  });
});

describe('sizes and paths', () => {
  it('refuses a body over the limit, with and without a declared length, and goes on serving', async () => {
    const { good, call, calls } = await setup();
    const big = JSON.stringify({ name: 'a.b', input: 'x'.repeat(80_000) });
    expect((await call(good, big)).status).toBe(413);
    expect((await call({ ...good, 'transfer-encoding': 'chunked' }, big)).status).toBe(413);
    expect(calls).toEqual([]);
    expect((await call(good)).status).toBe(200);
  });

  it('hands out no file beside the page, however it is spelt', async () => {
    const { origin, cookie } = await setup();
    const paths = [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/assets/../../secret.txt',
      '/..\\secret.txt',
      '/%5c..%5csecret.txt',
    ];
    for (const path of paths) {
      const { status, body } = await sendRaw(origin, path, { headers: { cookie } });
      expect([404, 400], path).toContain(status);
      expect(body).not.toContain('example-secret');
    }
  });

  it('takes an upload only with our header, and gives it back', async () => {
    const { origin, good } = await setup();
    const upload = (headers: Record<string, string>) =>
      sendRaw(origin, '/files?name=orders.csv', { method: 'POST', headers, body: 'a,b' });
    expect((await upload(without(good, 'x-dispatch-desk'))).status).toBe(403);
    const { id } = JSON.parse((await upload(good)).body) as { id: string };
    const { body, headers } = await sendRaw(origin, `/files/${id}`, { headers: { cookie: good['cookie'] ?? '' } });
    expect(body).toBe('a,b');
    expect(headers['content-disposition']).toMatch(/^attachment/);
  });
});

describe('the address', () => {
  it('is the loopback address and no other of this machine', async () => {
    const { server } = await setup();
    expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
      .map(({ address }) => address);
    for (const host of [...others, '::1']) {
      const reached = await new Promise((resolve) => {
        const socket = connect({ host, port: Number(new URL(server.origin).port) });
        socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      });
      expect(reached, host).toBe(false);
    }
  });

  it('is refused where the port is taken', async () => {
    const { server } = await setup();
    const port = Number(new URL(server.origin).port);
    const { door, log, files } = {
      door: async () => ({ ok: true as const, value: 1 }),
      log: rememberingLog(),
      files: memoryFiles(),
    };
    const second = serveLoopback({
      door,
      log,
      port,
      events: createEventHub(log),
      respond: createResponder({ pageDir: '/', files }),
    });
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('writes into its log why it refused, and neither key nor cookie', async () => {
    const { log, call, good, cookie } = await setup();
    await call({ ...good, origin: 'https://evil.example' });
    expect(log.lines).toEqual([
      { level: 'warn', event: 'request-refused', fields: { httpStatus: 403, reason: 'origin' } },
    ]);
    expect(JSON.stringify(log.lines)).not.toContain(cookie.slice(8));
  });
});
