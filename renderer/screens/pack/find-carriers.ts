import type { Carrier } from '../../../shared/domain/carrier.ts';

/** A carrier and all it can be found by, folded: its names and codes. */
export type FoundBy = { readonly carrier: Carrier; readonly words: readonly string[] };

/** Carriers of which a word begins with the text, then those of which one contains it; each in the order of the list. */
export function findCarriers(text: string, list: readonly FoundBy[]): readonly Carrier[] {
  const wanted = foldWord(text);
  if (wanted === '') return list.map(({ carrier }) => carrier);
  const starts = list.filter(({ words }) => words.some((word) => word.startsWith(wanted)));
  const contains = list.filter(({ words }) => words.some((word) => word.includes(wanted)));
  return [...new Set([...starts, ...contains])].map(({ carrier }) => carrier);
}

/** Both cases, full-width letters and blanks are the same. */
export const foldWord = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
