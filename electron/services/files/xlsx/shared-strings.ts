import { createStringPool, type StringPool } from './string-pool.ts';
import { createXmlFeed, type XmlFeed } from './xml-tokens.ts';

export type StringFeed = XmlFeed & { readonly strings: Pick<StringPool, 'get'> };

/** Collects the shared strings of a workbook (ECMA-376 18.4): runs are joined, phonetic readings are left out. */
export function createStringFeed(): StringFeed {
  const strings = createStringPool();
  let current = '';
  let inText = false;
  let inPhonetic = false;
  const feed = createXmlFeed({
    open: (name) => {
      if (name === 'si') current = '';
      else if (name === 't') inText = true;
      else if (name === 'rPh') inPhonetic = true;
    },
    close: (name) => {
      if (name === 'si') strings.add(unescapeString(current));
      else if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
    },
    text: (text) => {
      if (inText && !inPhonetic) current += text;
    },
  });
  return { push: feed.push, strings };
}

/** Workbooks write characters XML cannot hold as `_x000D_` (ECMA-376 22.9.2.19). */
export const unescapeString = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-F]{4})_/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
