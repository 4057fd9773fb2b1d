import type { ComposeRule } from '../compose-rule.ts';
import type { Order } from '../order.ts';
import type { SendPayload } from '../shipment.ts';
import { checkUnlistedCarrier } from './compose-carrier.ts';
import { checkQuantities } from './compose-quantities.ts';
import type { ComposeRefusal } from './compose-refusal.ts';
import { checkDouyinPackage } from './douyin-fengchao/compose-rules.ts';
import type { PlatformId } from './platform-id.ts';
import { checkVvToolPackage } from './vv-tool/compose-rules.ts';
import { checkChannelsPackage } from './wechat-channels/compose-rules.ts';
import { checkDropshipPackage } from './wechat-dropship/compose-rules.ts';
import { checkMiniShopPackage } from './wechat-mini-shop/compose-rules.ts';

/** Checks what one platform demands beyond the quantities. */
export type PlatformComposeCheck = (order: Order, payload: SendPayload) => ComposeRefusal | null;

/** What forbids this package on its order's platform, before anything is saved; null where nothing does. */
export const composeRefusal = (order: Order, payload: SendPayload): ComposeRefusal | null =>
  checkQuantities(order, payload) ??
  PLATFORM_CHECKS[order.platform]?.(order, payload) ??
  checkUnlistedCarrier(order, payload);

/** The rule alone. */
export const composeRule = (order: Order, payload: SendPayload): ComposeRule | null =>
  composeRefusal(order, payload)?.rule ?? null;

const PLATFORM_CHECKS: Partial<Readonly<Record<PlatformId, PlatformComposeCheck>>> = {
  'wechat-channels': checkChannelsPackage,
  'wechat-mini-shop': checkMiniShopPackage,
  'douyin-fengchao': checkDouyinPackage,
  'wechat-dropship': checkDropshipPackage,
  'vv-tool': checkVvToolPackage,
};
