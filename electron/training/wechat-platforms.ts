import { channelsModule, type ChannelsDeps } from './channels/channels-module.ts';
import type { PlatformModule } from './core/platform-module.ts';
import { dropshipModule } from './dropship/dropship-module.ts';
import { miniShopModule } from './mini-shop/mini-shop-module.ts';
import { wechatModule } from './wechat/wechat-module.ts';

/** The platforms of the WeChat family: they share the token, and a shop of one is a stranger to the others. */
export const wechatPlatforms = (deps: ChannelsDeps): readonly PlatformModule[] => [
  wechatModule(deps),
  channelsModule(deps),
  miniShopModule(deps),
  dropshipModule(deps),
];
