import { expect, it } from 'vitest';
import type { ProblemOf } from '../../../shared/contract/problem.ts';
import { describeProblem } from '../../../shared/messages/describe-problem.ts';

const stopped = (more: Partial<ProblemOf<'box-stopped'>>): ProblemOf<'box-stopped'> => ({
  ...{ code: 'box-stopped', opId: 'op-1', reason: 'platform', orderId: '1', packageNo: 1, tail: '5717' },
  ...{ operator: 'Mei', at: '2026-11-21T02:00:00Z', shelf: 3 },
  ...more,
});
const cause = (code: string, message = '') => ({ platform: 'wechat-channels' as const, code, message });

it.each([
  ['108009', /售后/],
  ['10020115', /地址/],
  ['10020276', /SKU|规格|商品/],
  ['606049', /风险|风控|暂缓/],
  ['local:order-on-hold', /售后|变更|更改|修改/],
])('the alarm says what the platform’s code means: %s', (code, said) => {
  const { title } = describeProblem(stopped({ cause: cause(code) }), 'zh-CN');
  expect(title).toMatch(said);
  expect(title).not.toContain('平台不让发');
});

it('the alarm tells an unknown code with the platform’s own words', () => {
  const { title, action } = describeProblem(stopped({ cause: cause('777777', '订单冻结中') }), 'zh-CN');
  expect(title).toContain('777777');
  expect(action).toContain('平台说：「订单冻结中」');
  expect(describeProblem(stopped({ cause: cause('777777', 'frozen') }), 'en').action).toContain('“frozen”');
});

it('the order’s own flag is said where it is known, and nothing is invented where nothing is', () => {
  expect(describeProblem(stopped({ reason: 'address-change' }), 'zh-CN').title).toContain('买家要改地址');
  expect(describeProblem(stopped({}), 'zh-CN').title).toContain('平台不让发');
});
