import { expect, test } from 'vitest';
import { ComposeRuleSchema } from '../../../shared/domain/compose-rule.ts';
import { OrderFlagSchema } from '../../../shared/domain/order.ts';
import { PlatformIdSchema } from '../../../shared/domain/platforms/platform-id.ts';
import { refusalCode } from '../../../shared/domain/platforms/refusal-code.ts';

const keyOf = (...asked: Parameters<typeof refusalCode>) => {
  const entry = refusalCode(...asked);
  return entry && (entry.key ?? entry.code);
};

test('a refusal at the bench names the platform’s own answer for it', () => {
  expect(keyOf('wechat-mini-shop', { kind: 'rule', rule: 'sku-in-one-package' })).toBe('800001');
  expect(keyOf('wechat-channels', { kind: 'rule', rule: 'serial-number-missing' })).toBe('606060');
  expect(keyOf('wechat-channels', { kind: 'rule', rule: 'whole-order-only' })).toBe('606051');
  expect(keyOf('douyin-fengchao', { kind: 'rule', rule: 'serial-number-missing' })).toBe('60056');
  expect(keyOf('vv-tool', { kind: 'rule', rule: 'whole-order-only' })).toBe('614:split-barred');
  expect(keyOf('vv-tool', { kind: 'rule', rule: 'serial-number-malformed' })).toBe('614:feature-format');
  expect(keyOf('wechat-channels', { kind: 'flag', flag: 'risk' })).toBe('606049');
  expect(keyOf('douyin-fengchao', { kind: 'flag', flag: 'after-sale' })).toBe('text:refund-pending');
});

test('where a document has no answer for it, none is made up', () => {
  expect(keyOf('wechat-dropship', { kind: 'rule', rule: 'sku-in-one-package' })).toBeNull();
  expect(keyOf('vv-tool', { kind: 'flag', flag: 'address-change' })).toBeNull();
});

test('every rule but those only this desk has, and every flag, is answered by some platform', () => {
  const own = new Set(['serial-number-count', 'serial-number-per-piece']);
  for (const rule of ComposeRuleSchema.options.filter((each) => !own.has(each)))
    expect(
      PlatformIdSchema.options.some((platform) => keyOf(platform, { kind: 'rule', rule })),
      rule,
    ).toBe(true);
  for (const flag of OrderFlagSchema.options)
    expect(
      PlatformIdSchema.options.some((platform) => keyOf(platform, { kind: 'flag', flag })),
      flag,
    ).toBe(true);
});
