import { expect, test } from 'vitest';
import {
  displayMessage,
  MAX_MESSAGE_LENGTH,
  redactSecrets,
} from '../../../../electron/services/platforms/http/redact.ts';

test('a secret disappears as it is, URL-encoded, in base64, and behind its usual names', () => {
  const secret = 'example/secret+value';
  const text = [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')].join(' | ');
  expect(redactSecrets(text, [secret])).not.toMatch(/example|ZXhhbXBsZ/);
  expect(redactSecrets('GET /x?access_token=abc123&y=1 "secret":"zzz" Authorization: Bearer qqq', [])).toBe(
    'GET /x?access_token=***&y=1 "secret":"***" Authorization: Bearer ***',
  );
});

test('a buyer whom a sentence quotes disappears; waybills, order numbers and machines stay', () => {
  expect(displayMessage('收货人：李小明，手机：13800138000，地址：和平路1号 有误')).toBe(
    '收货人：***，手机：***，地址：*** 有误',
  );
  expect(displayMessage('call +86 13800138000 or 13900139000')).toBe('call *** or ***');
  for (const text of [
    '运单号 13800138000123 重复',
    'order 3704612354559743233',
    'IP地址: 10.0.0.1 不在白名单',
    'SF13800138000',
  ])
    expect(displayMessage(text)).toBe(text);
});

test('500 buyers quoted in sentences of five kinds leave no name, phone or address behind', () => {
  const buyers = Array.from({ length: 500 }, (_, at) => ({
    name: `${'赵钱孙李周吴郑王'[at % 8]}${'小明文丽国强'[at % 6]}${at}`,
    phone: `1${3 + (at % 7)}${String(100_000_000 + at * 7_919).slice(0, 9)}`,
    address: `云山路${at + 1}号${at % 40}栋${at % 900}室`,
  }));
  const sentences = [
    (b: (typeof buyers)[number]) => `收件人：${b.name}，电话：${b.phone}，地址：${b.address}`,
    (b: (typeof buyers)[number]) => `收货人:${b.name} 手机号:${b.phone} 收货地址:${b.address} 不在派送范围`,
    (b: (typeof buyers)[number]) => `买家=${b.name};手机=${b.phone};地址=${b.address}`,
    (b: (typeof buyers)[number]) => `{"receiver":"${b.name}","phone":"${b.phone}","address":"${b.address}"}`,
    (b: (typeof buyers)[number]) => `consignee: ${b.name}, mobile: +86 ${b.phone}, address: ${b.address}`,
  ];
  for (const [at, buyer] of buyers.entries()) {
    const said = displayMessage(sentences[at % sentences.length]?.(buyer) ?? '');
    for (const part of Object.values(buyer)) expect(said).not.toContain(part);
    expect(said).toContain('***');
  }
});

test('invisible and direction-changing characters become marks', () => {
  expect(displayMessage('a\u0000b\nc\u202Ed\u200Be\u007F')).toBe('a\u2400b\u240Ac[U+202E]d[U+200B]e\u2421');
  expect(displayMessage('快递单号不合法 😀')).toBe('快递单号不合法 😀');
  expect(displayMessage('\uD800x')).toBe('[U+D800]x');
});

test('a long message is cut, and a secret on the cut does not survive in part', () => {
  const long = displayMessage(`${'字'.repeat(MAX_MESSAGE_LENGTH - 5)}example-secret${'x'.repeat(3_000)}`, [
    'example-secret',
  ]);
  expect([...long]).toHaveLength(MAX_MESSAGE_LENGTH);
  expect(long).not.toContain('exam');
});
