import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHttpRequest } from '../../../../electron/services/platforms/http/http-request.ts';
import { createVvTool } from '../../../../electron/services/platforms/vv-tool/client.ts';
import { accountAt, clientDeps } from '../quiet-deps.ts';

/** An address of this machine that is not the loopback; where it has none, the one that means every address. */
const elsewhere = (): string =>
  Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .find((address) => address.family === 'IPv4' && !address.internal)?.address ?? '0.0.0.0';

let asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  response.end('{"code":0,"data":{"status":"subAuthorize"}}');
});
let baseUrl = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  baseUrl = `http://${elsewhere()}:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const call = { method: 'POST', url: '', body: new Uint8Array(), timeoutMs: 3_000, proxy: null } as const;

test('plain http leaves this machine only for a call that is allowed to', async () => {
  const request = createHttpRequest();
  asked = [];
  expect(await request({ ...call, url: `${baseUrl}/x` })).toMatchObject({
    ok: false,
    phase: 'none',
    reason: 'plain-http',
  });
  expect(await request({ ...call, url: `${baseUrl}/x`, allowPlainHttp: false })).toMatchObject({
    reason: 'plain-http',
  });
  expect(asked).toEqual([]);
  expect(await request({ ...call, url: `${baseUrl}/x`, allowPlainHttp: true })).toMatchObject({
    ok: true,
    status: 200,
  });
  expect(asked).toEqual(['/x']);
});

test('the allowance changes nothing else: no other scheme, no user in the address', async () => {
  const request = createHttpRequest();
  for (const url of ['ftp://127.0.0.1/x', 'file:///etc/passwd', `http://user:word@127.0.0.1/x`])
    expect(await request({ ...call, url, allowPlainHttp: true })).toMatchObject({
      phase: 'none',
      reason: 'bad-address',
    });
});

test('a shop’s calls go out unencrypted only after an admin has switched it on for that shop', async () => {
  const platform = createVvTool(clientDeps());
  const account = accountAt(baseUrl, { credentials: { accessToken: 'example-token', shopId: '1', vvtype: '1' } });
  asked = [];
  expect(await platform.authorise?.(account)).toMatchObject({
    ok: false,
    error: { kind: 'bad-answer', network: 'plain-http' },
  });
  expect(asked).toEqual([]);
  expect(await platform.authorise?.({ ...account, allowPlainHttp: true })).toMatchObject({
    value: { authorised: true },
  });
  expect(asked).toEqual(['/tool/erps/shop-authorize']);
});
