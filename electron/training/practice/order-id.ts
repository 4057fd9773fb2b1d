import type { PlatformId } from '../../../shared/domain/platforms/platform-id.ts';
import type { Random } from '../core/random.ts';

/**
 * An order number as a platform gives it: the Channels shop 19 digits starting with 37, the supplier's list 19 starting
 * with 44, the mini-shop 19 and, for its older orders, 16, Taobao 18, Douyin 19 starting with 69. Of 18 and 19 digits only
 * numbers are taken that a JavaScript number cannot hold, so that a rounded id never finds an order by luck.
 */
export function practiceOrderId(random: Random, platform: PlatformId = 'wechat-channels'): string {
  if (platform === 'wechat-mini-shop' && random.next() < 0.2) return `13${random.digits(14)}`;
  for (;;) {
    const id = `${FIRST_DIGITS[platform] ?? '37'}${random.digits(platform === 'vv-tool' ? 16 : 17)}`;
    if (BigInt(Number(id)) !== BigInt(id)) return id;
  }
}

const FIRST_DIGITS: Partial<Record<PlatformId, string>> = {
  'wechat-mini-shop': '18',
  'wechat-dropship': '44',
  'vv-tool': '53',
  'douyin-fengchao': '69',
};
