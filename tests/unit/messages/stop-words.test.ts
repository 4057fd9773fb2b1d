import { expect, it } from 'vitest';
import type { ProblemOf } from '../../../shared/contract/problem.ts';
import type { BoxPlace } from '../../../shared/domain/problem-shelf.ts';
import { describeProblem } from '../../../shared/messages/describe-problem.ts';
import { placeWords, platformSaid } from '../../../shared/messages/shelf-sentences.ts';

const stopped = (more: Partial<ProblemOf<'box-stopped'>>): ProblemOf<'box-stopped'> => ({
  ...{ code: 'box-stopped', opId: 'op-1', reason: 'platform', orderId: '1', packageNo: 1, tail: '5717' },
  ...{ operator: 'Mei', at: '2026-11-21T02:00:00Z', shelf: 3 },
  ...more,
});
const NOW = Date.parse('2026-11-25T00:00:00Z');
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
  const frozen = stopped({ cause: cause('777777', '订单冻结中') });
  const { title, action } = describeProblem(frozen, 'zh-CN');
  expect(title).toContain('777777');
  expect(action).toBe('找出来，放到问题架 3 号');
  expect(platformSaid(frozen)).toBe('订单冻结中');
  expect(platformSaid(stopped({ cause: cause('777777', 'x'.repeat(500)) }))).toHaveLength(60);
  expect(platformSaid(stopped({}))).toBe('');
});

it('a box the courier has is called back, not looked for', () => {
  expect(describeProblem(stopped({}), 'zh-CN').action).toContain('找出来，放到问题架 3 号');
  const gone = stopped({ handedAt: '2026-11-21T03:00:00Z' });
  expect(describeProblem(gone, 'zh-CN').action).toContain('追回');
  expect(describeProblem(gone, 'en').action).toContain('call them');
});

it('a place is said so that somebody can walk to it', () => {
  const label = { no: 2, carrierName: '中通快递', tail: '5717', by: 'Mei' };
  const zh = (place: BoxPlace): string => placeWords(place, 'zh-CN', NOW);
  expect(zh({ at: 'bench', boxes: 1 })).toBe('就在打包台上');
  expect(zh({ at: 'shelf', place: 4 })).toBe('在问题架 4 号');
  expect(zh({ at: 'here', ...label, savedAt: '2026-11-21T02:00:00Z' })).toMatch(
    /^第 2 箱，中通快递 尾号 5717，Mei .*还没交给快递$/,
  );
  expect(placeWords({ at: 'here', ...label, savedAt: '2026-11-25T00:00:00Z' }, 'zh-CN', NOW)).toMatch(
    /Mei \d\d:00 存的/,
  );
  expect(zh({ at: 'courier', ...label, handedAt: '2026-11-21T02:00:00Z' })).toMatch(/已拿走（Mei 交的）$/);
  expect(placeWords({ at: 'here', ...label, tail: '', savedAt: '' }, 'en', NOW)).toMatch(/^box 2, saved/);
  expect(zh({ at: 'elsewhere', tail: '5717' })).toContain('不是这台发的');
});

it('the order’s own flag is said where it is known, and nothing is invented where nothing is', () => {
  expect(describeProblem(stopped({ reason: 'address-change' }), 'zh-CN').title).toContain('买家要改地址');
  expect(describeProblem(stopped({}), 'zh-CN').title).toContain('平台不让发');
});

it('a weight that cannot be right is told in kilograms, as it was typed', () => {
  const problem = { code: 'weight-implausible', grams: 9_000, least: 20, most: 5_000 } as const;
  const { title, action } = describeProblem(problem, 'zh-CN');
  expect(title).toBe('重量 9.000 千克不对劲');
  expect(action).toContain('0.020 到 5.000 千克');
  expect(describeProblem(problem, 'en').title).toBe('A weight of 9.000 kg cannot be right');
});
