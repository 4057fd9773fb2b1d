import { LosslessNumber, parse, stringify } from 'lossless-json';
import { z } from 'zod';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Reply } from '../core/reply.ts';

/** A number of a JSON text, digit for digit: what tells `1` from `"1"` at any length. */
const numberObject = z.object({ isLosslessNumber: z.literal(true), value: z.string() });

/** A field typed number that is an id; its digits as text. */
export const idNumber = numberObject.transform(({ value }) => value).pipe(z.string().regex(/^\d{1,20}$/));

/** A field typed number that counts something. */
export const countNumber = numberObject.transform(({ value }) => Number(value)).pipe(z.int());

/** Parses a body so that every number keeps its digits and its type. */
export function parseNumbered(text: string): Result<unknown, string> {
  try {
    return ok(parse(text));
  } catch (error) {
    return err(error instanceof Error ? error.message : 'not JSON');
  }
}

/** An id as the number it is typed as, whatever its length. */
export const asNumber = (digits: string): LosslessNumber => new LosslessNumber(digits);

/** `{"errcode":0,"errmsg":"ok", …}` in which {@link asNumber} ids are written raw. */
export const numberedOk = (fields: Record<string, unknown>): Reply => ({
  status: 200,
  contentType: 'application/json; charset=utf-8',
  body: stringify({ errcode: 0, errmsg: 'ok', ...fields }) ?? '',
  code: '0',
});
