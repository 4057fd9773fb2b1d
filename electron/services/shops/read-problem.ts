import type { Problem } from '../../../shared/contract/problem.ts';
import type { ReadFailure } from '../platforms/platform.ts';

/** A failed read of a platform as the problem a person is told. */
export const readProblem = (failure: ReadFailure): Problem => ({
  code: 'connection-failed',
  step: stepOf(failure),
  platformCode: failure.code ?? failure.network ?? (failure.httpStatus === null ? '' : String(failure.httpStatus)),
  message: failure.message,
  requestId: failure.requestId,
});

function stepOf(failure: ReadFailure): Extract<Problem, { code: 'connection-failed' }>['step'] {
  if (failure.kind === 'account') return failure.cause ?? 'permission';
  return failure.network === 'tls' ? 'tls' : failure.kind;
}
