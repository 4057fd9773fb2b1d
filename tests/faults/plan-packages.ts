import type { PracticeOrderView } from '../../electron/training/admin/order-routes.ts';
import type { ShopKey } from '../../electron/training/practice/practice-shops.ts';
import type { PlatformId } from '../../shared/domain/platforms/platform-id.ts';
import type { Training } from '../support/training.ts';
import type { PlanPackage, PlanShop } from './desk-plan.ts';

/** How much of the work each platform has; the aggregator takes eight calls a second, so it gets little. */
const SHARES: readonly { readonly shop: ShopKey; readonly share: number; readonly carrier: string }[] = [
  { shop: 'living', share: 0.3, carrier: 'ZTO' },
  { shop: 'mini', share: 0.22, carrier: 'ZTO' },
  { shop: 'supplier', share: 0.22, carrier: 'ZTO' },
  { shop: 'douyin', share: 0.24, carrier: 'zhongtong' },
  { shop: 'taobao', share: 0.02, carrier: 'ZTO' },
];

export type PackedWork = { readonly shops: readonly PlanShop[]; readonly packages: readonly PlanPackage[] };

/**
 * `count` one-line orders spread over the five platforms, mixed, each as one package with a waybill of its own; or all of
 * them in the shop of one platform.
 */
export async function planPackages(
  training: Training,
  count: number,
  random: () => number,
  only?: ShopKey,
): Promise<PackedWork> {
  const offered = await training.desk.shops();
  const shops: PlanShop[] = [];
  const packages: { readonly at: number; readonly item: PlanPackage }[] = [];
  for (const { shop: key, share, carrier } of SHARES) {
    if (only !== undefined && key !== only) continue;
    const shop = offered.find((candidate) => candidate.key === key);
    if (shop === undefined) throw new Error(`no practice shop ${key}`);
    shops.push({ id: key, platform: shop.platform, baseUrl: shop.baseUrl, credentials: shop.credentials });
    const orders = await training.desk.addOrders({
      count: Math.max(1, Math.round(only === undefined ? count * share : count)),
      kind: 'single',
      shop: key,
    });
    for (const order of orders) {
      const from = { shop: key, platform: shop.platform, carrier, nth: packages.length };
      packages.push({ at: random(), item: packageOf(from, order) });
    }
  }
  return { shops, packages: packages.sort((a, b) => a.at - b.at).map(({ item }) => item) };
}

type From = { readonly shop: ShopKey; readonly platform: PlatformId; readonly carrier: string; readonly nth: number };

const NAMES_CHILDREN: readonly PlatformId[] = ['vv-tool', 'douyin-fengchao'];

function packageOf({ shop, platform, carrier, nth }: From, order: PracticeOrderView): PlanPackage {
  const child = NAMES_CHILDREN.includes(platform) ? { childOrderId: order.orderId } : {};
  return {
    shopId: shop,
    payload: {
      version: 1,
      kind: 'send',
      orderId: order.orderId,
      whole: true,
      deliver: {
        type: 'courier',
        carrierCode: carrier,
        carrierName: '中通快递',
        waybill: `78${String(nth).padStart(12, '0')}`,
      },
      items: order.items.map(({ productId, skuId, quantity }) => ({ productId, skuId, quantity, ...child })),
    },
  };
}
