import { expect, test } from 'vitest';
import type { HttpAnswer, HttpFailure } from '../../../../electron/services/platforms/http/http-call.ts';
import { classify as classifyFor } from '../../../../electron/services/platforms/wechat/classify.ts';
import { entriesOf } from '../../../../shared/domain/platforms/catalogue.ts';

const answer = (status: number, text: string, retryAfterMs: number | null = null): HttpAnswer => ({
  ok: true,
  phase: 'answered',
  status,
  headers: {},
  text,
  serverTimeMs: null,
  retryAfterMs,
  bodySha256: 'ab',
});
const failure = (more: Partial<HttpFailure>): HttpFailure => ({
  ok: false,
  phase: 'none',
  reason: 'reset',
  message: '',
  status: null,
  bodySha256: 'ab',
  ...more,
});
/** The rules are the family's; the codes are looked up for one platform. */
const classify = (result: HttpAnswer | HttpFailure, secrets: readonly string[]) =>
  classifyFor('wechat-channels', result, secrets);
const verdictOf = (status: number, text: string) => classify(answer(status, text), []).verdict;

test.each([
  ['exactly zero', '{"errcode":0,"errmsg":"ok"}'],
  ['behind a byte order mark', '\uFEFF{"errcode":0,"errmsg":"ok"}'],
  ['with the trailing comma the mini-shop page prints', '{"errcode":0,"errmsg":"ok",}'],
  ['with more fields', '{"errcode":0,"extra":[1,{"a":null}]}'],
])('success: %s', (_name, text) => {
  expect(verdictOf(200, text)).toEqual({ kind: 'applied' });
});

test.each([
  ['code as text', 200, '{"errcode":"0","errmsg":"ok"}'],
  ['code null', 200, '{"errcode":null}'],
  ['code missing', 200, '{"errmsg":"ok"}'],
  ['code true', 200, '{"errcode":false}'],
  ['code as 1e18', 200, '{"errcode":1e18}'],
  ['code with a fraction', 200, '{"errcode":0.5}'],
  ['two codes', 200, '{"errcode":0,"errcode":109001}'],
  ['a list', 200, '[{"errcode":0}]'],
  ['a bare zero', 200, '0'],
  ['nothing', 200, ''],
  ['half a JSON', 200, '{"errcode":0,'],
  ['a page', 200, '<html><body>errcode 0</body></html>'],
  ['system busy', 200, '{"errcode":-1,"errmsg":"system error"}'],
  ['a code nobody has documented', 200, '{"errcode":9909001,"errmsg":"?"}'],
  ['204', 204, ''],
  ['302 to a login page', 302, '{"errcode":0}'],
  ['500 that says success', 500, '{"errcode":0,"errmsg":"ok"}'],
  ['502', 502, '<html>Bad Gateway</html>'],
  ['503 that says 100003', 503, '{"errcode":100003}'],
  ['401', 401, '{"errcode":40001}'],
  ['403 with a code of the order', 403, '{"errcode":109001}'],
])('may have been applied: %s', (_name, status, text) => {
  expect(verdictOf(status, text)).toEqual({ kind: 'ambiguous' });
});

test('403 without a code is the IP list; with a gate’s code it is that gate', () => {
  expect(classify(answer(403, '<html>forbidden</html>'), [])).toMatchObject({
    code: 'http-403',
    httpStatus: 403,
    verdict: { kind: 'account', cause: 'ip' },
  });
  expect(verdictOf(403, '{"errcode":48001}')).toEqual({ kind: 'account', cause: 'permission' });
  expect(classify(failure({ phase: 'answered', status: 403, reason: 'bad-encoding' }), []).verdict).toEqual({
    kind: 'account',
    cause: 'ip',
  });
});

test('429 was not applied, and the wait asked for is passed on', () => {
  const outcome = classify(answer(429, '', 7_000), []);
  expect(outcome.verdict).toMatchObject({ kind: 'retry' });
  expect(outcome).toMatchObject({ code: 'http-429', retryAfterMs: 7_000 });
});

test('only a connection that never came about proves that nothing arrived', () => {
  expect(classify(failure({ phase: 'none', reason: 'refused' }), []).verdict).toEqual({
    kind: 'not-sent',
    reason: 'refused',
  });
  for (const phase of ['connected', 'body-sent', 'answered'] as const)
    for (const reason of ['reset', 'timeout', 'truncated', 'too-large', 'bad-encoding', 'bad-http'] as const)
      expect(classify(failure({ phase, reason }), []).verdict).toEqual({ kind: 'ambiguous' });
});

test('every code of the catalogue gets its class from a 200', () => {
  for (const entry of entriesOf('wechat-channels')) {
    if (entry.code.startsWith('http-')) continue;
    const outcome = classify(answer(200, `{"errcode":${entry.code},"errmsg":"x"}`), []);
    expect(outcome, entry.code).toMatchObject({ code: entry.code, verdict: entry.replyClass });
  }
});

test('the request id is taken out of the message and kept', () => {
  const body = '{"errcode":109001,"errmsg":", order has been delivered  rid: 66963a4f-1d1c9f1e-5d5f8a41"}';
  expect(classify(answer(200, body), [])).toMatchObject({
    code: '109001',
    message: 'order has been delivered',
    requestId: '66963a4f-1d1c9f1e-5d5f8a41',
  });
});

test('the platform’s words are cut, shown without hidden characters, and never hold a secret', () => {
  const words = `bad example-token ${'长'.repeat(2_000)}`;
  const outcome = classify(answer(200, JSON.stringify({ errcode: 40097, errmsg: `\u202E${words}` })), [
    'example-token',
  ]);
  expect([...outcome.message]).toHaveLength(500);
  expect(outcome.message).toContain('[U+202E]bad ***');
  expect(outcome.message).not.toContain('example-token');
});

test('a hostile megabyte of blanks is read at once', () => {
  const started = Date.now();
  classify(answer(200, JSON.stringify({ errcode: 1, errmsg: `${' '.repeat(900_000)}rid` })), ['example-token']);
  classify(answer(200, `${'['.repeat(500_000)}`), []);
  expect(Date.now() - started).toBeLessThan(2_000);
});
