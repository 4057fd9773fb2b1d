import { createHttpRequest } from '../../../electron/services/platforms/http/http-request.ts';
import type { Account } from '../../../electron/services/platforms/platform.ts';
import type { Clock, Log, LogFields } from '../../../electron/services/ports.ts';

/** A clock that stands still until a test moves it. */
export function standingClock(startMs = Date.parse('2026-11-21T08:00:00Z')): Clock & {
  readonly pass: (ms: number) => void;
  readonly jump: (ms: number) => void;
} {
  let wall = startMs;
  let steady = 1_000;
  return {
    now: () => wall,
    monotonic: () => steady,
    at: () => () => undefined,
    pass: (ms) => {
      wall += ms;
      steady += ms;
    },
    jump: (ms) => {
      wall += ms;
    },
  };
}

/** A log that remembers every line as text, to look for what must not be in it. */
export function rememberingLog(): Log & { readonly lines: readonly string[] } {
  const lines: string[] = [];
  const write = (event: string, fields?: LogFields): void => {
    lines.push(`${event} ${JSON.stringify(fields ?? {})}`);
  };
  return { lines, info: write, warn: write, error: write };
}

/** What a client needs, with a real request function and no proxy. */
export const clientDeps = () => ({
  http: createHttpRequest(),
  clock: standingClock(),
  log: rememberingLog(),
  resolveProxy: async () => null,
});

export const accountAt = (baseUrl: string, more: Partial<Account> = {}): Account => ({
  shopId: 'shop-1',
  baseUrl,
  credentials: { appId: 'wxexample', appSecret: 'example-secret' },
  ...more,
});
