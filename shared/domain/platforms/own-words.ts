import { douyinWords } from './douyin-fengchao/own-words.ts';
import type { PlatformId } from './platform-id.ts';
import type { CatalogueEntry } from './reply-class.ts';
import { vvToolWords } from './vv-tool/own-words.ts';
import { channelsWords } from './wechat-channels/own-words.ts';
import { dropshipWords } from './wechat-dropship/own-words.ts';
import { miniShopWords } from './wechat-mini-shop/own-words.ts';

/** The platform's own words for an entry as its page prints them; empty where no page does. */
export const ownWords = (entry: Pick<CatalogueEntry, 'platform' | 'key' | 'code'>): string =>
  WORDS[entry.platform][entry.key ?? entry.code] ?? '';

const WORDS: Readonly<Record<PlatformId, Readonly<Record<string, string>>>> = {
  'wechat-channels': channelsWords,
  'wechat-mini-shop': miniShopWords,
  'douyin-fengchao': douyinWords,
  'wechat-dropship': dropshipWords,
  'vv-tool': vvToolWords,
};
