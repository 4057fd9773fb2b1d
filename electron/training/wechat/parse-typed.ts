import { err, ok } from '../../../shared/kernel/result.ts';
import type { ParseBody } from './read-body.ts';

/** Reads a body so that a bare number is a number at any length: for platforms whose ids are text and nothing else. */
export const parseTyped: ParseBody = (text) => {
  try {
    return ok(JSON.parse(text) as unknown);
  } catch (error) {
    return err(error instanceof Error ? error.message : 'not JSON');
  }
};
