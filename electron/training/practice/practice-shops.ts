import type { PlatformId } from '../../../shared/domain/platforms/platform-id.ts';

/** The two ranges of goods there are; several shops may sell from one. */
export type GoodsRange = 'living' | 'digital';

/** A shop of the practice data. Its credentials are invented and open nothing outside this process. */
export type PracticeShop = {
  readonly key: ShopKey;
  readonly platform: PlatformId;
  readonly name: string;
  readonly nameEn: string;
  /** What the shop's orders and settings are kept under; for WeChat its AppID, for Douyin the seller's nick. */
  readonly appId: string;
  readonly appSecret: string;
  readonly sells: GoodsRange;
};

export const SHOP_KEYS = ['living', 'digital', 'mini', 'supplier', 'taobao', 'douyin'] as const;
export type ShopKey = (typeof SHOP_KEYS)[number];

export const PRACTICE_SHOPS: readonly PracticeShop[] = [
  {
    key: 'living',
    platform: 'wechat-channels',
    name: '练习·青禾生活馆',
    nameEn: 'Practice: Qinghe Living',
    appId: 'wx0000000practice1',
    appSecret: 'example-secret-practice-living',
    sells: 'living',
  },
  {
    key: 'digital',
    platform: 'wechat-channels',
    name: '练习·星野数码店',
    nameEn: 'Practice: Xingye Digital',
    appId: 'wx0000000practice2',
    appSecret: 'example-secret-practice-digital',
    sells: 'digital',
  },
  {
    key: 'mini',
    platform: 'wechat-mini-shop',
    name: '练习·拾光小商店',
    nameEn: 'Practice: Shiguang Mini-shop',
    appId: 'wx0000000practice3',
    appSecret: 'example-secret-practice-mini',
    sells: 'living',
  },
  {
    key: 'supplier',
    platform: 'wechat-dropship',
    name: '练习·云仓供货',
    nameEn: 'Practice: Cloud Warehouse Supply',
    appId: 'wx0000000practice4',
    appSecret: 'example-secret-practice-supplier',
    sells: 'digital',
  },
  {
    key: 'taobao',
    platform: 'vv-tool',
    name: '练习·云锦淘宝店',
    nameEn: 'Practice: Yunjin on Taobao',
    appId: '730000001',
    appSecret: 'example-secret-practice-taobao',
    sells: 'living',
  },
  {
    key: 'douyin',
    platform: 'douyin-fengchao',
    name: '练习·橙光抖店',
    nameEn: 'Practice: Chengguang on Douyin',
    appId: 'oms30000001',
    appSecret: 'example-secret-practice-douyin',
    sells: 'digital',
  },
];

export const practiceShop = (key: ShopKey): PracticeShop => {
  const shop = PRACTICE_SHOPS.find((candidate) => candidate.key === key);
  if (shop === undefined) throw new Error(`No practice shop ${key}`);
  return shop;
};

/** The shop whose orders are kept under an id. */
export const shopOfApp = (appId: string): PracticeShop | undefined =>
  PRACTICE_SHOPS.find((candidate) => candidate.appId === appId);

/** The fields a person would type when adding the shop. */
export function credentialsOf({ platform, appId, appSecret }: PracticeShop): Readonly<Record<string, string>> {
  switch (platform) {
    case 'vv-tool':
      return { account: VV_PRACTICE_ACCOUNT, accessKey: appSecret, shopId: appId, vvtype: '1' };
    case 'douyin-fengchao':
      return { appId: DOUYIN_PRACTICE_APP, appSecret, sellerNick: appId };
    default:
      return { appId, appSecret };
  }
}

/** The partner's own id at the gateway that the practice shop on Douyin is reached through. */
export const DOUYIN_PRACTICE_APP = 'fc0000000practice';

/** The aggregator's account that the practice shop on Taobao belongs to. */
export const VV_PRACTICE_ACCOUNT = 'practice-account';
