import { expect, test } from 'vitest';
import { clockWarning } from '../../../shared/domain/clock-warning.ts';
import { quietStatus } from '../../support/fake-desk.ts';

const [plain] = quietStatus.shops;
const timed = { ...plain!, platform: 'douyin-fengchao' } as const;

test.each([
  [59, [timed], null],
  [61, [timed], { windowMinutes: 5 }],
  [-400, [plain!, timed], { windowMinutes: 5 }],
  [61, [plain!], null],
  [-301, [plain!], { windowMinutes: null }],
  [301, [], { windowMinutes: null }],
])('a clock that is %i s off is told where it matters to a shop, with the time it has', (seconds, shops, warning) => {
  expect(clockWarning(seconds, shops)).toEqual(warning);
});
