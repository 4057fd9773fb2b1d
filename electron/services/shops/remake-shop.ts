import { capabilitiesOf } from '../../../shared/domain/platforms/platform-list.ts';
import type { ShopRecord, ShopStore } from './shop-store.ts';

/**
 * Puts a shop back that only the scan journal remembers, so that its packages have a place. It has no credentials:
 * nothing is sent for it before a person has entered them. The address is the platform's usual one.
 */
export function remakeShop(
  shops: ShopStore,
  { id, name, platform, training }: Pick<ShopRecord, 'id' | 'name' | 'platform' | 'training'>,
  createdAtMs: number,
): ShopRecord | null {
  shops.insert({ id, name, platform, baseUrl: capabilitiesOf(platform).defaultBaseUrl, training, createdAtMs });
  return shops.get(id);
}
