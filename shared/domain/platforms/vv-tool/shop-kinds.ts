import type { ShopKind } from '../capabilities.ts';

const kind = (value: string, zh: string, en: string, confirmed = false): ShopKind => ({ value, zh, en, confirmed });

/**
 * The shops of the document's own menu. Only Taobao's call is written down there; for Pinduoduo and Douyin the
 * aggregator is known to have calls of another form as well, so none of these is to be trusted before it was tried.
 */
export const VV_SHOP_KINDS: readonly ShopKind[] = [
  kind('taobao', '淘宝 / 天猫', 'Taobao / Tmall', true),
  kind('pinduoduo', '拼多多', 'Pinduoduo'),
  kind('douyin', '抖音', 'Douyin'),
  kind('jd', '京东', 'JD'),
  kind('kuaishou', '快手', 'Kuaishou'),
  kind('dangdang', '当当', 'Dangdang'),
  kind('1688', '1688', '1688'),
  kind('taogongchang', '淘工厂', 'Taogongchang'),
  kind('xiaohongshu', '小红书', 'Xiaohongshu'),
  kind('youzan', '有赞', 'Youzan'),
  kind('weidian', '微店', 'Weidian'),
];
