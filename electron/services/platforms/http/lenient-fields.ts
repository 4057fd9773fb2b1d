import { z } from 'zod';

/*
 * How fields of an answer are read where pages and samples disagree on types. Numbers that a JavaScript number cannot
 * hold have become text before this.
 */

/** An id, as a number or text. */
export const id = z
  .union([z.string().regex(/^[0-9A-Za-z_-]{1,40}$/), z.number().int().nonnegative()])
  .transform((value) => String(value));

/** An id that may be missing. */
export const optionalId = z
  .union([z.string(), z.number().int()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? '' : String(value)));

/** Text; empty for anything else. */
export const text = z
  .unknown()
  .optional()
  .transform((value) => (typeof value === 'string' ? value : ''));
