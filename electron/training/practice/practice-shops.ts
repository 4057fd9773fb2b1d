/** A shop of the practice data. Its credentials are invented and open nothing outside this process. */
export type PracticeShop = {
  readonly key: 'living' | 'digital';
  readonly platform: 'wechat-channels';
  readonly name: string;
  readonly nameEn: string;
  readonly appId: string;
  readonly appSecret: string;
};

export const PRACTICE_SHOPS: readonly PracticeShop[] = [
  {
    key: 'living',
    platform: 'wechat-channels',
    name: '练习·青禾生活馆',
    nameEn: 'Practice: Qinghe Living',
    appId: 'wx0000000practice1',
    appSecret: 'example-secret-practice-living',
  },
  {
    key: 'digital',
    platform: 'wechat-channels',
    name: '练习·星野数码店',
    nameEn: 'Practice: Xingye Digital',
    appId: 'wx0000000practice2',
    appSecret: 'example-secret-practice-digital',
  },
];

export const practiceShop = (key: PracticeShop['key']): PracticeShop => {
  const shop = PRACTICE_SHOPS.find((candidate) => candidate.key === key);
  if (shop === undefined) throw new Error(`No practice shop ${key}`);
  return shop;
};
