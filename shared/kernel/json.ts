import { isInteger, isSafeNumber, parse } from 'lossless-json';
import { quoteUnsafeIntegers } from './quote-unsafe-integers.ts';
import { err, ok, type Result } from './result.ts';

/** Any JSON value after {@link parseExactJson}: integers a JavaScript number cannot hold have become strings. */
export type ExactJson = null | boolean | number | string | readonly ExactJson[] | { readonly [key: string]: ExactJson };

const exactNumber = (digits: string): number | string =>
  isInteger(digits) && !isSafeNumber(digits) ? digits : Number(digits);

/**
 * Parses JSON without rounding 64-bit ids (RELIABILITY F5): unsafe integers come back as strings.
 * Keys given twice with different values are an error, as is anything that is not strict JSON.
 */
export function parseExactJson(text: string): Result<ExactJson, string> {
  const plain = parseNatively(text);
  if (plain !== undefined) return ok(plain);
  try {
    return ok(parse(text, undefined, exactNumber) as ExactJson);
  } catch (error) {
    return err(error instanceof Error ? error.message : 'not JSON');
  }
}

/**
 * Several times as fast as a parser in JavaScript, with the same answer. Undefined for what is not JSON and where a key
 * is lost because it is given twice: those are left to the parser that knows what to say.
 */
function parseNatively(text: string): ExactJson | undefined {
  const quoted = quoteUnsafeIntegers(text);
  if (quoted === null) return undefined;
  try {
    const value = JSON.parse(quoted.text) as ExactJson;
    return keysIn(value) === quoted.keys ? value : undefined;
  } catch {
    return undefined;
  }
}

function keysIn(value: ExactJson): number {
  if (typeof value !== 'object' || value === null) return 0;
  let keys = 0;
  if (isList(value)) {
    for (const each of value) if (typeof each === 'object') keys += keysIn(each);
    return keys;
  }
  for (const key in value) {
    keys += 1;
    const each = value[key];
    if (typeof each === 'object') keys += keysIn(each);
  }
  return keys;
}

const isList = (value: ExactJson): value is readonly ExactJson[] => Array.isArray(value);

/** Matches string literals first, so a comma inside one is never touched. */
const STRING_OR_TRAILING_COMMA = /("(?:[^"\\]|\\.)*")|,(\s*[}\]])/g;

/**
 * One lenient step allowed for reading a platform's answer: a byte order mark, and a trailing comma such as the
 * mini-shop document prints in its own sample. Anything else stays an error.
 */
export function parseLenientJson(text: string): Result<ExactJson, string> {
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const strict = parseExactJson(bare);
  if (strict.ok) return strict;
  const repaired = bare.replace(
    STRING_OR_TRAILING_COMMA,
    (_match, literal: string | undefined, tail: string | undefined) => literal ?? tail ?? '',
  );
  return repaired === bare ? strict : parseExactJson(repaired);
}
