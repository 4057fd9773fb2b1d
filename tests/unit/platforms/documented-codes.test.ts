import { describe, expect, test } from 'vitest';
import { entriesOf, lookup } from '../../../shared/domain/platforms/catalogue.ts';
import { itemKey } from '../../../shared/domain/platforms/douyin-fengchao/reply-key.ts';
import { ownWords } from '../../../shared/domain/platforms/own-words.ts';
import { type PlatformId, PlatformIdSchema } from '../../../shared/domain/platforms/platform-id.ts';
import { replyKey } from '../../../shared/domain/platforms/vv-tool/reply-key.ts';
import { tell } from '../../support/tell.ts';
import { CHANNELS_CODES, DROPSHIP_CODES, MINI_SHOP_CODES } from './domain/documented.ts';
import { NUMBERS, PAGE_TEXTS } from './douyin-fengchao/documented.ts';
import { DOCUMENTED_CODES, DOCUMENTED_TEXTS } from './vv-tool/documented.ts';

/** What one document lists, as the keys the catalogue must have; `0` is success and has no entry. */
type Listed = { readonly what: string; readonly keys: readonly string[]; readonly printed: boolean };

const vvCodes = DOCUMENTED_CODES.filter(([code]) => code !== '0').map(([code, text]) => replyKey(code, text));
const vvTexts = [...new Set(DOCUMENTED_TEXTS)].map((text) => replyKey('614', text));
const douyinTexts = PAGE_TEXTS.map((text) => itemKey({ code: '1', subCode: '', text }));
const douyinNumbers = NUMBERS.flatMap(([, list]) => list.split(' '));

const DOCUMENTS: Readonly<Record<PlatformId, readonly Listed[]>> = {
  'wechat-channels': [{ what: 'codes', keys: CHANNELS_CODES, printed: true }],
  'wechat-mini-shop': [{ what: 'codes', keys: MINI_SHOP_CODES, printed: true }],
  'wechat-dropship': [{ what: 'codes', keys: DROPSHIP_CODES, printed: true }],
  'douyin-fengchao': [
    { what: 'texts of the page', keys: douyinTexts, printed: true },
    { what: 'codes of Douyin’s own', keys: douyinNumbers, printed: false },
  ],
  'vv-tool': [
    { what: 'codes besides 0', keys: vvCodes, printed: true },
    { what: 'texts of 614', keys: vvTexts, printed: true },
  ],
};

describe.each(PlatformIdSchema.options)('the catalogue of %s', (platform) => {
  const documents = DOCUMENTS[platform];
  const entries = entriesOf(platform);

  test('has every code and text of its document, once', (context) => {
    for (const { what, keys } of documents) {
      const missing = keys.filter((key) => lookup(platform, key) === null);
      const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
      expect({ missing, twice }, what).toEqual({ missing: [], twice: [] });
      const there = new Set(entries.map((entry) => entry.key ?? entry.code));
      tell(context, `${platform}: ${keys.filter((key) => there.has(key)).length} of ${keys.length} ${what}`);
    }
    const all = entries.map((entry) => entry.key ?? entry.code);
    expect(all.filter((key, index) => all.indexOf(key) !== index)).toEqual([]);
  });

  test('quotes the page for each of them, and claims nothing else to be on the page', () => {
    const printed = documents.flatMap(({ keys, printed: onPage }) => (onPage ? keys : []));
    const claimed = entries.filter(({ source }) => source === 'document');
    expect(claimed.map((entry) => entry.key ?? entry.code).toSorted()).toEqual([...printed].toSorted());
    expect(claimed.filter((entry) => ownWords(entry) === '')).toEqual([]);
    for (const entry of claimed)
      if (entry.phrase !== undefined) expect(plain(ownWords(entry))).toContain(plain(entry.phrase));
  });
});

test('the lists have the length of the documents’ tables', () => {
  expect(CHANNELS_CODES).toHaveLength(46);
  expect(MINI_SHOP_CODES).toHaveLength(12);
  expect(DROPSHIP_CODES).toHaveLength(6);
  expect(DOCUMENTED_CODES).toHaveLength(12);
  expect(DOCUMENTED_TEXTS).toHaveLength(48);
  expect(vvTexts).toHaveLength(47);
});

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s"“”]+/g, '')
    .toLowerCase();
