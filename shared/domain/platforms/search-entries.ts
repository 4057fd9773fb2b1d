import { allEntries } from './catalogue.ts';
import { codeIn, matchReplies } from './match-reply.ts';
import { ownWords } from './own-words.ts';
import type { PlatformId } from './platform-id.ts';
import type { Actor, BoxAction, CatalogueEntry, ReplyClass } from './reply-class.ts';

/** What is looked for; an absent field asks for all. */
export type EntryQuestion = {
  readonly text: string;
  readonly platform?: PlatformId;
  readonly kind?: ReplyClass['kind'];
  readonly actor?: Actor;
  readonly box?: BoxAction;
};

/**
 * Entries that fit, the surest first: what a pasted code or answer stands for, then codes that begin so, then every entry
 * that holds all the words, in either language. Full-width forms, blanks and case make no difference.
 */
export function searchEntries(question: EntryQuestion): readonly CatalogueEntry[] {
  const wanted = INDEX.filter(({ entry }) => fits(entry, question));
  const terms = fold(question.text).split(' ').filter(Boolean);
  if (terms.length === 0) return wanted.map(({ entry }) => entry);
  const sure = new Set(matchReplies(question.text));
  const [first = ''] = terms;
  const rank = ({ entry }: Indexed): number =>
    sure.has(entry) ? 0 : terms.length === 1 && entry.code.startsWith(first) ? 1 : 2;
  return wanted
    .filter(
      ({ entry, words, dense }) =>
        sure.has(entry) || terms.every((term) => words.includes(term) || dense.includes(term)),
    )
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ entry }) => entry);
}

/** The code in a text that looks like an answer, where the asked platform (or none at all) documents it; null otherwise. */
export function undocumentedCode({ text, platform }: Pick<EntryQuestion, 'text' | 'platform'>): string | null {
  const code = codeIn(text);
  if (code === null || code === '0') return null;
  const known = matchReplies(text).filter((entry) => platform === undefined || entry.platform === platform);
  return known.length === 0 ? code : null;
}

type Indexed = { readonly entry: CatalogueEntry; readonly words: string; readonly dense: string };

const fits = (entry: CatalogueEntry, { platform, kind, actor, box }: EntryQuestion): boolean =>
  (platform === undefined || entry.platform === platform) &&
  (kind === undefined || entry.replyClass.kind === kind) &&
  (actor === undefined || entry.actor === actor) &&
  (box === undefined || entry.box === box);

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

const INDEX: readonly Indexed[] = allEntries.map((entry) => {
  const { code, key = '', phrase = '', zh, en } = entry;
  const words = fold([code, key, ownWords(entry), phrase, zh.meaning, zh.remedy, en.meaning, en.remedy].join(' \n '));
  return { entry, words, dense: words.replaceAll(' ', '') };
});
