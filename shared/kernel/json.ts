import { isInteger, isSafeNumber, parse } from 'lossless-json';
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
  try {
    return ok(parse(text, undefined, exactNumber) as ExactJson);
  } catch (error) {
    return err(error instanceof Error ? error.message : 'not JSON');
  }
}

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
