import type { FieldChoice } from '../capabilities.ts';

/** A kind of shop the aggregator serves. */
export type VvShopKind = FieldChoice & {
  /** True where the document describes the call for this kind; the others are named in it and taken to have the same. */
  readonly confirmed: boolean;
};

const kind = (value: string, zh: string, en: string, confirmed = false): VvShopKind => ({
  value,
  zh: confirmed ? zh : `${zh}（聚合平台，未确认）`,
  en: confirmed ? en : `${en} (by the aggregator, unconfirmed)`,
  confirmed,
});

/**
 * The shops of the document's own menu. Only Taobao's call is written down there; for Pinduoduo and Douyin the
 * aggregator is known to have calls of another form as well, so none of these is to be trusted before it was tried.
 */
export const VV_SHOP_KINDS: readonly VvShopKind[] = [
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

/** True where the aggregator's document describes this kind's call; an empty kind is Taobao. */
export const isConfirmedKind = (value: string): boolean =>
  value === '' || VV_SHOP_KINDS.some((each) => each.value === value && each.confirmed);
