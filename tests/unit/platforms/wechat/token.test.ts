import { afterEach, expect, test } from 'vitest';
import { createTokenSource } from '../../../../electron/services/platforms/wechat/token.ts';
import { accountAt, clientDeps } from '../quiet-deps.ts';
import { startScriptedServer, type ScriptedCall, type ScriptedReply, type ScriptedServer } from '../scripted-server.ts';

const servers: ScriptedServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function setup(reply: (call: ScriptedCall, index: number) => ScriptedReply) {
  const server = await startScriptedServer(reply);
  servers.push(server);
  const deps = clientDeps();
  const tokens = createTokenSource({ ...deps, platform: 'wechat-channels' });
  return { server, ...deps, tokens, account: accountAt(server.baseUrl) };
}
const token = (name: string, lifeS = 7_200): ScriptedReply => ({ body: { access_token: name, expires_in: lifeS } });
const value = (name: string) => ({ ok: true, value: name });

test('the token is asked for in normal mode and kept until two minutes before its end', async () => {
  const { tokens, account, server, clock } = await setup((_call, index) => token(`T${index}`, 345));
  expect(await tokens.get(account)).toEqual(value('T0'));
  expect(server.calls[0]).toMatchObject({
    path: '/cgi-bin/stable_token',
    token: '',
    body: { grant_type: 'client_credential', appid: 'wxexample', secret: 'example-secret', force_refresh: false },
  });
  clock.pass(224_000);
  expect(await tokens.get(account)).toEqual(value('T0'));
  clock.pass(2_000);
  expect(await tokens.get(account)).toEqual(value('T1'));
  expect(server.calls).toHaveLength(2);
});

test('a token of few seconds is used for half its life rather than never', async () => {
  const { tokens, account, server, clock } = await setup((_call, index) => token(`T${index}`, 10));
  await tokens.get(account);
  clock.pass(4_000);
  expect(await tokens.get(account)).toEqual(value('T0'));
  clock.pass(2_000);
  expect(await tokens.get(account)).toEqual(value('T1'));
  expect(server.calls).toHaveLength(2);
});

test('a wall clock set back does not keep a dead token alive, nor does a machine that slept', async () => {
  const { tokens, account, clock } = await setup((_call, index) => token(`T${index}`));
  await tokens.get(account);
  clock.pass(7_100_000);
  clock.jump(-90_000_000);
  expect(await tokens.get(account)).toEqual(value('T1'));
  clock.jump(7_100_000);
  expect(await tokens.get(account)).toEqual(value('T2'));
});

test('callers of one shop share one fetch, other shops have their own', async () => {
  const { tokens, account, server } = await setup((_call, index) => ({ ...token(`T${index}`), delayMs: 50 }));
  const other = { ...account, shopId: 'shop-2' };
  const results = await Promise.all([tokens.get(account), tokens.get(account), tokens.get(account), tokens.get(other)]);
  expect(server.calls).toHaveLength(2);
  expect(results[0]).toEqual(results[2]);
  expect(results[3]).not.toEqual(results[0]);
});

test('after a refusal a token that another caller already renewed is adopted without a call', async () => {
  const { tokens, account, server } = await setup((_call, index) => token(`T${index}`));
  await tokens.get(account);
  expect(await tokens.replace(account, 'T0')).toEqual(value('T1'));
  expect(await tokens.replace(account, 'T0')).toEqual(value('T1'));
  expect(server.calls).toHaveLength(2);
});

test('callers refused together renew together', async () => {
  const { tokens, account, server } = await setup((_call, index) => ({ ...token(`T${index}`), delayMs: 30 }));
  await tokens.get(account);
  const all = await Promise.all(Array.from({ length: 5 }, () => tokens.replace(account, 'T0')));
  expect(all).toEqual(Array.from({ length: 5 }, () => value('T1')));
  expect(server.calls).toHaveLength(2);
});

test('only the same bad token again is renewed by force, and then not again for thirty seconds', async () => {
  const { tokens, account, server, clock } = await setup((call) =>
    token(call.body['force_refresh'] === true ? 'T-forced' : 'T-bad'),
  );
  await tokens.get(account);
  expect(await tokens.replace(account, 'T-bad')).toEqual(value('T-forced'));
  expect(server.calls.map((call) => call.body['force_refresh'])).toEqual([false, false, true]);
  clock.pass(29_000);
  expect(await tokens.replace(account, 'T-forced')).toEqual(value('T-bad'));
  expect(await tokens.replace(account, 'T-bad')).toMatchObject({ ok: false, error: { kind: 'busy' } });
  clock.pass(2_000);
  expect(await tokens.replace(account, 'T-bad')).toEqual(value('T-forced'));
});

test('force is used twenty times a day at most', async () => {
  const { tokens, account, server, clock } = await setup(() => token('T-bad'));
  for (let round = 0; round < 40; round += 1) {
    await tokens.replace(account, 'T-bad');
    clock.pass(60_000);
  }
  expect(server.calls.filter((call) => call.body['force_refresh'] === true)).toHaveLength(20);
  clock.pass(86_400_000);
  await tokens.replace(account, 'T-bad');
  expect(server.calls.filter((call) => call.body['force_refresh'] === true)).toHaveLength(21);
});

test.each([
  ['a wrong secret', { body: { errcode: 40125, errmsg: 'invalid appsecret rid: 66b1-aa' } }, 'credentials', '40125'],
  ['a wrong AppID', { body: { errcode: 40013, errmsg: 'invalid appid' } }, 'credentials', '40013'],
  ['40001 for the secret', { body: { errcode: 40001, errmsg: 'invalid credential' } }, 'credentials', '40001'],
  ['an IP that is not listed', { body: { errcode: 40164, errmsg: 'invalid ip 203.0.113.7' } }, 'ip', '40164'],
  ['403 that is not JSON', { status: 403, body: '<html>forbidden</html>' }, 'ip', 'http-403'],
  ['no permission', { body: { errcode: 48001, errmsg: 'api unauthorized' } }, 'permission', '48001'],
  ['a spent quota', { body: { errcode: 45009, errmsg: 'reach max api daily quota limit' } }, 'quota', '45009'],
  ['a frozen shop', { body: { errcode: 50002, errmsg: 'user limited' } }, 'frozen', '50002'],
] as const)('%s is told apart', async (_name, reply, cause, code) => {
  const { tokens, account, server } = await setup(() => reply);
  const failed = await tokens.get(account);
  expect(failed).toMatchObject({ ok: false, error: { kind: 'account', cause, code } });
  expect(server.calls).toHaveLength(1);
});

test.each([
  ['busy', { body: { errcode: -1, errmsg: 'system error' } }, 'busy'],
  ['502', { status: 502, body: 'Bad Gateway' }, 'busy'],
  ['no life', { body: { access_token: 'T' } }, 'bad-answer'],
  ['an empty token', { body: { access_token: '', expires_in: 7200 } }, 'bad-answer'],
  ['a list', { body: [] }, 'bad-answer'],
  ['a login page', { body: '<html>' }, 'bad-answer'],
  ['a redirect', { status: 302, headers: { Location: '/login' } }, 'bad-answer'],
  ['a cut', { reset: true }, 'offline'],
] as const)('%s for an answer is a failure and is not repeated', async (_name, reply, kind) => {
  const { tokens, account, server } = await setup(() => reply);
  expect(await tokens.get(account)).toMatchObject({ ok: false, error: { kind } });
  expect(server.calls).toHaveLength(1);
});

test('forgetting drops the token, and what lands afterwards is not kept', async () => {
  const { tokens, account, server } = await setup((_call, index) => ({ ...token(`T${index}`), delayMs: 30 }));
  const early = tokens.get(account);
  tokens.forget(account.shopId);
  expect(await early).toEqual(value('T0'));
  expect(await tokens.get(account)).toEqual(value('T1'));
  expect(server.calls).toHaveLength(2);
});

test('a token fetched for other credentials or another address is not used', async () => {
  const { tokens, account, server } = await setup((_call, index) => token(`T${index}`));
  await tokens.get(account);
  await tokens.get({ ...account, credentials: { appId: 'wxother', appSecret: 'example-secret' } });
  expect(server.calls).toHaveLength(2);
});

test('neither the secret nor the token gets into a message or the log', async () => {
  const echo = (call: ScriptedCall): ScriptedReply => ({
    body: { errcode: 40013, errmsg: `invalid appid ${String(call.body['secret'])}` },
  });
  const { tokens, account, log } = await setup(echo);
  const failed = await tokens.get(account);
  expect(JSON.stringify(failed)).not.toContain('example-secret');
  expect(log.lines.join('\n')).not.toContain('example-secret');
});
