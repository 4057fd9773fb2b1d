import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageOf, startDouyinDesk, type DouyinPractice } from './douyin-desk.ts';

let practice: DouyinPractice;
beforeAll(async () => {
  practice = await startDouyinDesk();
});
afterAll(() => practice.stop());

test('a wrong secret, an unknown seller and a withdrawn right are told apart', async () => {
  const { account } = practice;
  const payload = packageOf(await practice.order());
  const withField = (name: string, value: string) => ({
    ...account,
    credentials: { ...account.credentials, [name]: value },
  });
  const cases = [
    ['appSecret', 'example-secret-wrong', 'gateway:signature', 'credentials'],
    ['appId', 'fc-unknown', 'gateway:appid', 'credentials'],
    ['sellerNick', 'oms-unknown', 'gateway:grant', 'permission'],
  ] as const;
  for (const [field, value, code, cause] of cases) {
    const wrong = withField(field, value);
    expect(await practice.platform.send(wrong, payload, 3_000)).toMatchObject({
      code,
      verdict: { kind: 'account', cause },
    });
    expect(await practice.platform.checkConnection(wrong)).toMatchObject({
      ok: false,
      error: { kind: 'account', cause, code },
    });
  }
  expect((await practice.desk.summary(payload.orderId)).applied.send).toBe(0);
});
