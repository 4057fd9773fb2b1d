import { expect, test } from 'vitest';
import { classify } from '../../../../electron/services/platforms/vv-tool/classify.ts';
import { entriesOf } from '../../../../shared/domain/platforms/catalogue.ts';
import { answered, broken, SAMPLE_SUCCESS } from './answers.ts';
import { DOCUMENTED_CODES, DOCUMENTED_TEXTS } from './documented.ts';

const verdict = (body: unknown, status = 200) => classify(answered(body, { status }), []).verdict;

test('the document’s sample is a success, and its charge is told', () => {
  expect(classify(answered(SAMPLE_SUCCESS), [])).toMatchObject({
    phase: 'answered',
    code: '0',
    verdict: { kind: 'applied' },
    charge: 1,
    bodySha256: 'hash',
  });
});

test.each([
  ['told at the top, as in the table', { code: 0, success: true, withholding_money: 1 }],
  ['told in both places', { ...SAMPLE_SUCCESS, success: true }],
  ['with data as an object', { code: 0, data: { success: true } }],
])('success %s counts', (_, body) => {
  expect(verdict(body)).toEqual({ kind: 'applied' });
});

test.each([
  ['without success', { code: 0, msg: '成功' }],
  ['with success false', { code: 0, data: [{ success: false }] }],
  ['with the two places at odds', { code: 0, success: true, data: [{ success: false }] }],
  ['with success as a text', { code: 0, data: [{ success: 'true' }] }],
  ['with success as a number', { code: 0, data: [{ success: 1 }] }],
  ['for two shipments', { code: 0, data: [{ success: true }, { success: true }] }],
  ['with an empty list', { code: 0, data: [] }],
  ['with the code as a text', { ...SAMPLE_SUCCESS, code: '0' }],
  ['with a fraction as code', { ...SAMPLE_SUCCESS, code: 0.5 }],
  ['with a huge code', '{"code":1e30,"data":[{"success":true}]}'],
  ['without a code', { data: [{ success: true }] }],
  ['as a list', [SAMPLE_SUCCESS]],
  ['as a web page', '<html>ok</html>'],
  ['as nothing', ''],
  ['with the code twice', '{"code":0,"data":[{"success":true}],"code":614}'],
])('an answer %s proves nothing', (_, body) => {
  expect(verdict(body)).toEqual({ kind: 'ambiguous' });
});

test('every documented code and text gets the class of its entry', () => {
  for (const [code, msg] of DOCUMENTED_CODES.filter(([each]) => each !== '0')) {
    const outcome = classify(answered({ code: Number(code), msg }), []);
    const entry = entriesOf('vv-tool').find((each) => (each.key ?? each.code) === outcome.code);
    expect(outcome.verdict, `${code} ${msg}`).toEqual(entry?.replyClass);
    expect(entry?.code).toBe(code);
  }
  for (const msg of DOCUMENTED_TEXTS) {
    const outcome = classify(answered({ code: 614, msg }), []);
    expect(outcome.code, msg).toMatch(/^614:[a-z-]+$/);
    expect(outcome.code).not.toBe('614:isv');
  }
});

test('the text of a 614 may stand in data or in a field of its own', () => {
  const code = (body: unknown) => classify(answered(body), []).code;
  expect(code({ code: 614, msg: '失败', data: [{ sub_msg: '运单号被识别为假,无法发货' }] })).toBe('614:waybill-fake');
  expect(code({ code: 614, msg: '失败', sub_code: 'isv.something', data: {} })).toBe('614:isv');
});

test('a body’s code is believed with status 200 only, or where the status repeats it', () => {
  expect(verdict({ code: 401, msg: '身份凭证无效' }, 401)).toEqual({ kind: 'token' });
  expect(verdict({ code: 404, msg: '请求路径或请求方式错误' }, 404)).toMatchObject({ kind: 'refused' });
  for (const status of [302, 400, 403, 500, 502, 503]) {
    expect(verdict(SAMPLE_SUCCESS, status), String(status)).toEqual({ kind: 'ambiguous' });
    expect(verdict({ code: 614, msg: '运单号为空' }, status)).toEqual({ kind: 'ambiguous' });
  }
  expect(verdict('<html>', 401)).toEqual({ kind: 'ambiguous' });
});

test('a limit of calls waits as long as it asks for', () => {
  const limited = classify(answered('Too Many Requests', { status: 429, retryAfterMs: 3_000 }), []);
  expect(limited).toMatchObject({ code: 'http-429', verdict: { kind: 'retry' }, retryAfterMs: 3_000 });
});

test('302 keeps its link as text, wherever the answer puts it, and no other kind of address', () => {
  const url = 'https://authorise.example/home?state=1';
  for (const body of [
    { code: 302, msg: '未授权店铺', url },
    { code: 302, msg: '未授权店铺', data: { url } },
    { code: 302, msg: '未授权店铺', data: [{ url }] },
  ])
    expect(classify(answered(body), [])).toMatchObject({
      code: '302',
      verdict: { kind: 'account', cause: 'permission' },
      link: url,
      message: `未授权店铺 ${url}`,
    });
  for (const bad of [
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://a b',
    `https://x/${'y'.repeat(500)}`,
    7,
    '"><img>',
  ])
    expect(classify(answered({ code: 302, msg: 'x', url: bad }), []).link).toBeUndefined();
});

test('a secret in the platform’s words is masked', () => {
  const outcome = classify(answered({ code: 9999, msg: 'token example-secret-token is bad' }), [
    'example-secret-token',
  ]);
  expect(outcome.message).not.toContain('example-secret-token');
});

test('only a connection that never came about proves that nothing was sent', () => {
  expect(classify(broken({ phase: 'none', reason: 'dns' }), []).verdict).toEqual({ kind: 'not-sent', reason: 'dns' });
  for (const phase of ['connected', 'body-sent', 'answered'] as const)
    expect(classify(broken({ phase }), []).verdict).toEqual({ kind: 'ambiguous' });
});

test('a hostile answer is read in a moment and breaks nothing', () => {
  const deep = `${'{"data":'.repeat(200)}1${'}'.repeat(200)}`;
  const startedMs = performance.now();
  for (const body of [
    deep,
    `{"code":614,"msg":"${'系统'.repeat(200_000)}"}`,
    `{"code":302,"url":"${'h'.repeat(500_000)}"}`,
  ])
    expect(['ambiguous', 'account']).toContain(classify(answered(body), []).verdict.kind);
  expect(performance.now() - startedMs).toBeLessThan(5_000);
});
