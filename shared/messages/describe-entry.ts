import type { Language } from '../contract/system.ts';
import { ownWords } from '../domain/platforms/own-words.ts';
import { capabilitiesOf } from '../domain/platforms/platform-list.ts';
import type { CatalogueEntry } from '../domain/platforms/reply-class.ts';
import { classWords, entrySource } from './class-words.ts';
import { outboxWords } from './outbox-words.ts';

/** Everything a person is told about one catalogue entry, in one language. */
export type EntryText = {
  readonly platform: string;
  /** What the outbox writes down for it: the code, or the code with the name of one of its texts. */
  readonly code: string;
  readonly className: string;
  /** What the desk itself does about such an answer. */
  readonly classHint: string;
  readonly meaning: string;
  readonly remedy: string;
  readonly actor: string;
  readonly box: string;
  /** The platform's own words; empty where no page prints any. */
  readonly said: string;
  readonly source: string;
};

/** Puts one entry into words. */
export function describeEntry(entry: CatalogueEntry, language: Language): EntryText {
  const chinese = language === 'zh-CN';
  const { meaning, remedy } = chinese ? entry.zh : entry.en;
  const { names } = capabilitiesOf(entry.platform);
  const words = outboxWords(language);
  const { name, hint } = classWords(entry.replyClass.kind, language);
  return {
    platform: chinese ? names.zh : names.en,
    code: entry.key ?? entry.code,
    className: name,
    classHint: hint,
    meaning,
    remedy,
    actor: words.actors[entry.actor],
    box: words.boxes[entry.box],
    said: ownWords(entry),
    source: entrySource(entry, language),
  };
}
