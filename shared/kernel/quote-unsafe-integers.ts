/** A JSON text whose integers beyond ±(2^53 − 1) are strings, and how many keys its objects have. */
export type QuotedJson = { readonly text: string; readonly keys: number };

const QUOTE = 34;
const PLUS = 43;
const MINUS = 45;
const POINT = 46;
const DIGIT_0 = 48;
const DIGIT_9 = 57;
const COLON = 58;
const UPPER_E = 69;
const BACKSLASH = 92;
const LOWER_E = 101;

/** Up to so many characters a look at each is quicker than a search. */
const SHORT = 16;

/** The largest integer that is safe as a number; every longer one is not. */
const MOST = String(Number.MAX_SAFE_INTEGER);

/**
 * One walk over a JSON text: what stands inside strings is stepped over, unsafe integers get quotes. A text that is not
 * JSON stays not JSON. Null where the answer would not be sure: a string without an end, an unsafe integer as a key
 * (quotes would make sense of nonsense), and a key with an escape, which V8 may take for another one (node issue 63785).
 */
export function quoteUnsafeIntegers(text: string): QuotedJson | null {
  let quoted = '';
  let copied = 0;
  let keys = 0;
  let word = 0;
  let wordEnd = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      word = at + 1;
      wordEnd = closingQuote(text, word);
      if (wordEnd === -1) return null;
      at = wordEnd;
    } else if (code === COLON) {
      if (word <= copied || hasEscape(text, word, wordEnd)) return null;
      keys += 1;
    } else if (code === MINUS || isDigit(code)) {
      const first = code === MINUS ? at + 1 : at;
      const end = endOfDigits(text, first);
      if (end - first >= MOST.length && isUnsafeInteger(text, first, end)) {
        quoted += `${text.slice(copied, at)}"${text.slice(at, end)}"`;
        copied = end;
      }
      at = endOfNumber(text, end) - 1;
    }
  }
  return { text: copied === 0 ? text : quoted + text.slice(copied), keys };
}

const isDigit = (code: number): boolean => code >= DIGIT_0 && code <= DIGIT_9;

/** Where the string whose inside begins at `from` ends; -1 where it does not. */
function closingQuote(text: string, from: number): number {
  let end = from;
  while (end < from + SHORT && text.charCodeAt(end) !== QUOTE) end += 1;
  if (end === from + SHORT) end = text.indexOf('"', end);
  while (end !== -1 && isEscaped(text, from, end)) end = text.indexOf('"', end + 1);
  return end;
}

/** Behind an odd run of backslashes, none of them before `from`. */
function isEscaped(text: string, from: number, at: number): boolean {
  let first = at;
  while (first > from && text.charCodeAt(first - 1) === BACKSLASH) first -= 1;
  return (at - first) % 2 === 1;
}

function hasEscape(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at += 1) if (text.charCodeAt(at) === BACKSLASH) return true;
  return false;
}

function endOfDigits(text: string, from: number): number {
  let end = from;
  while (isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

/** Behind a fraction and an exponent, whose digits are no integer of their own. */
function endOfNumber(text: string, from: number): number {
  let end = from;
  while (isOfNumber(text.charCodeAt(end))) end += 1;
  return end;
}

const isOfNumber = (code: number): boolean =>
  isDigit(code) || code === POINT || code === UPPER_E || code === LOWER_E || code === PLUS || code === MINUS;

/** A run of digits as long as the largest safe integer, or longer; a leading zero, a fraction and an exponent are none. */
function isUnsafeInteger(text: string, first: number, end: number): boolean {
  if (text.charCodeAt(first) === DIGIT_0 || isOfNumber(text.charCodeAt(end))) return false;
  return end - first > MOST.length || text.slice(first, end) > MOST;
}
