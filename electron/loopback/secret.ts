import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, as 43 characters that need no escaping. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Compares in a time that says nothing about where two texts differ, nor about their lengths. */
export const sameSecret = (given: string, expected: string): boolean =>
  timingSafeEqual(digest(given), digest(expected));

const digest = (text: string): Uint8Array => createHash('sha256').update(text).digest();
