import type { Problem } from '../../../shared/contract/problem.ts';
import type { PlatformId } from '../../../shared/domain/platforms/platform-id.ts';
import { err, type Result } from '../../../shared/kernel/result.ts';
import type { Account, Platform } from '../platforms/platform.ts';
import type { Vault } from '../vault/vault.ts';
import type { ShopStore } from './shop-store.ts';

/** Brings a shop's platform and its opened credentials together for the length of one piece of work. */
export type Accounts = {
  /** Errors: no such shop, a platform this version has no client for, no usable credentials. */
  readonly use: <Value>(
    shopId: string,
    task: (platform: Platform, account: Account) => Promise<Value>,
  ) => Promise<Result<Value, Problem>>;
  readonly platformOf: (shopId: string) => Platform | null;
};

/** Creates the one way to an opened account. */
export function createAccounts(deps: {
  readonly shops: ShopStore;
  readonly vault: Vault;
  readonly platforms: ReadonlyMap<PlatformId, Platform>;
}): Accounts {
  const { shops, vault, platforms } = deps;
  return {
    use: async (shopId, task) => {
      const shop = shops.get(shopId);
      if (shop === null) return err({ code: 'shop-not-found', shop: shopId });
      const platform = platforms.get(shop.platform);
      if (platform === undefined) return err({ code: 'platform-not-available', platform: shop.platform });
      const { baseUrl, plainHttp } = shop;
      const unsafe = plainHttp && platform.capabilities.plainHttp === true ? { allowPlainHttp: true } : {};
      return vault.use(shopId, (credentials) => task(platform, { shopId, baseUrl, credentials, ...unsafe }));
    },
    platformOf: (shopId) => {
      const shop = shops.get(shopId);
      return shop === null ? null : (platforms.get(shop.platform) ?? null);
    },
  };
}
