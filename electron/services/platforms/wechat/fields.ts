import { z } from 'zod';

/**
 * How fields of WeChat's answers are read. Pages and samples disagree on types (an id is a number here and text there),
 * so both are taken; digits a number cannot hold already arrive as text.
 */
export const id = z.union([z.string(), z.number().int()]).transform(String);
export const optionalId = id.nullish().transform((value) => value ?? '');

/** Text that may be missing. */
export const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

export const wholeNumber = z.union([
  z.number().int(),
  z
    .string()
    .regex(/^-?\d{1,15}$/)
    .transform(Number),
]);

/** Pieces; never below zero. */
export const count = wholeNumber.nullish().transform((value) => Math.max(0, value ?? 0));

/** A moment in epoch seconds; null where it is missing or 0. */
export const seconds = wholeNumber
  .nullish()
  .transform((value) => (value !== undefined && value !== null && value > 0 ? value : null));

/** A list that may be missing. */
export const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((value) => value ?? []);

/** The last second of the year 9999, which is as far as an ISO time goes. */
export const MAX_SECONDS = 253_402_300_799;
