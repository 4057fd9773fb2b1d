import type { HttpAnswer, HttpFailure } from '../../../../electron/services/platforms/http/http-call.ts';

/** A complete answer as the http room hands it over. */
export const answered = (body: unknown, over: Partial<Omit<HttpAnswer, 'ok' | 'phase'>> = {}): HttpAnswer => ({
  ok: true,
  phase: 'answered',
  status: 200,
  headers: {},
  text: typeof body === 'string' ? body : JSON.stringify(body),
  serverTimeMs: null,
  retryAfterMs: null,
  bodySha256: 'hash',
  ...over,
});

/** No usable answer. */
export const broken = (over: Partial<Omit<HttpFailure, 'ok'>>): HttpFailure => ({
  ok: false,
  phase: 'body-sent',
  reason: 'reset',
  message: 'broken',
  status: null,
  bodySha256: 'hash',
  ...over,
});

/** The document's own sample of a success. */
export const SAMPLE_SUCCESS = {
  code: 0,
  msg: '成功',
  msec: 1193,
  time: 1612416107,
  data: [{ withholding_money: 1, success: true }],
};
