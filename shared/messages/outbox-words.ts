import type { Language } from '../contract/system.ts';
import { outboxWordsEn } from './outbox-words-en.ts';
import { type OutboxWords, outboxWordsZh } from './outbox-words-zh.ts';

/** Names of states, kinds, persons and what happens to a box, in one language. */
export const outboxWords = (language: Language): OutboxWords => (language === 'en' ? outboxWordsEn : outboxWordsZh);
