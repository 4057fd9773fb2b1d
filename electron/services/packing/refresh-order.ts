import { capabilitiesOf } from '../../../shared/domain/platforms/platform-list.ts';
import type { Log } from '../ports.ts';
import type { ShopStore } from '../shops/shop-store.ts';
import type { LookUp } from '../sync/look-up.ts';
import type { PackingDeps } from './packing-deps.ts';

/**
 * Asks the platform for an order that was just laid on the bench, in the background: what it answers reaches the bench
 * as any other change of an order. Platforms that charge for a look are not asked, and a blocked account is left alone.
 */
export const createRefreshOrder =
  (deps: {
    readonly lookUp: LookUp;
    readonly shops: Pick<ShopStore, 'get'>;
    readonly gateOf: (shopId: string) => string | null;
    readonly log: Log;
  }): PackingDeps['refresh'] =>
  ({ shopId, orderId, platform }) => {
    const shop = deps.shops.get(shopId);
    if (shop === null || capabilitiesOf(platform).billed === true || deps.gateOf(shopId) !== null) return;
    deps.lookUp.find(orderId, shop).catch((error: unknown) => {
      deps.log.error('order-refresh-failed', { kind: error instanceof Error ? error.name : 'unknown' });
    });
  };
