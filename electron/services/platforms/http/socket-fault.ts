import type { NetworkReason } from '../../../../shared/domain/platforms/network-reason.ts';
import type { NetworkFault } from './http-call.ts';
import { displayMessage } from './redact.ts';

const BY_CODE: Readonly<Record<string, NetworkReason>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  ECONNREFUSED: 'refused',
  ENETUNREACH: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  ENETDOWN: 'unreachable',
  EHOSTDOWN: 'unreachable',
  EACCES: 'unreachable',
  EPERM: 'unreachable',
  ETIMEDOUT: 'connect-timeout',
  ECONNRESET: 'reset',
  ECONNABORTED: 'reset',
  EPIPE: 'reset',
};

/** The code Node gives an error; of several attempts (one per address) the first. */
export function errorCode(error: unknown): string {
  if (error instanceof AggregateError && !hasCode(error)) return errorCode(error.errors[0]);
  return hasCode(error) ? error.code : '';
}

const hasCode = (error: unknown): error is { readonly code: string } =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';

/** Turns a socket's error into one of our reasons; `fallback` where its code says nothing. */
export function socketFault(error: unknown, fallback: NetworkReason): NetworkFault {
  const code = errorCode(error);
  const text = error instanceof Error ? error.message : String(error);
  const message = displayMessage([code, text].filter((part) => part !== '').join(': '));
  return { reason: BY_CODE[code] ?? fallback, message };
}
