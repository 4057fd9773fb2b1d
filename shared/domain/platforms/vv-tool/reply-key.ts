import { TEXT_CODE } from './code-entry.ts';
import { vvToolCodes } from './code-list.ts';

/**
 * Which entry an answer belongs to: its code, or for a code with several meanings the key of the one whose phrase the
 * text holds. A text that fits none or several stands under the bare code, whose class is the careful one. Errors of
 * the `isv.` family are never tried again by a program (the document's own rule), so an unlisted or passing one is a
 * refusal.
 */
export function replyKey(code: string, text: string): string {
  const said = plain(text);
  const fitting = PHRASES.filter((entry) => entry.code === code && said.includes(entry.phrase));
  const [only] = fitting.length === 1 ? fitting : [];
  const isv = code === TEXT_CODE && ISV.test(text);
  if (only === undefined) return isv ? ISV_KEY : code;
  return isv && only.passing ? ISV_KEY : only.key;
}

const ISV_KEY = `${TEXT_CODE}:isv`;
const ISV = /(?:^|[^0-9A-Za-z])isv\.[a-z]/i;

/** Blanks and full-width forms differ between the document and what the platform sends. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

const PHRASES = vvToolCodes.flatMap(({ code, key, phrase, replyClass }) =>
  phrase === undefined || key === undefined
    ? []
    : [{ code, key, phrase: plain(phrase), passing: replyClass.kind === 'ambiguous' }],
);
