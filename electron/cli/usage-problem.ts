import type { Problem } from '../../shared/contract/problem.ts';
import { err, type Result } from '../../shared/kernel/result.ts';

/** A value on the command line that cannot be right; `detail` is a whole sentence in the person's language. */
export const usageProblem = (detail: string): Result<never, Problem> =>
  err({ code: 'bad-request', detail: detail.slice(0, 600) });
