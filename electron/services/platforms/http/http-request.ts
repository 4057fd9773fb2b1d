import { createHash } from 'node:crypto';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import type { SendPhase } from '../platform.ts';
import { dial } from './dial.ts';
import type { HttpAnswer, HttpCall, HttpFailure, HttpRequest, NetworkFault } from './http-call.ts';
import { readBody } from './read-body.ts';
import { retryAfterMs, serverTimeMs } from './answer-times.ts';
import { errorCode, socketFault } from './socket-fault.ts';
import { readTarget, type Target } from './target.ts';
import { createTrust } from './trust.ts';

/**
 * The one way out to a platform. Each call dials a socket of its own, sends the request once and closes: nothing is
 * pooled, retried or redirected, so what `phase` says is a fact about this request alone (RELIABILITY F2, 3c).
 */
export function createHttpRequest(options: { readonly extraRoots?: readonly string[] } = {}): HttpRequest {
  const trust = createTrust(options.extraRoots);
  return async (call) => {
    const bodySha256 = createHash('sha256').update(call.body).digest('hex');
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), call.timeoutMs);
    try {
      return await attempt(call, bodySha256, abort.signal, trust);
    } finally {
      clearTimeout(timer);
      abort.abort();
    }
  };
}

async function attempt(
  call: HttpCall,
  bodySha256: string,
  signal: AbortSignal,
  secureContext: () => SecureContext,
): Promise<HttpAnswer | HttpFailure> {
  const failed = (fault: NetworkFault, phase: SendPhase, status: number | null): HttpFailure => {
    const told = signal.aborted
      ? { reason: 'timeout' as const, message: `no answer within ${call.timeoutMs} ms` }
      : fault;
    return { ok: false, phase, status, bodySha256, ...told };
  };
  const target = readTarget(call.url, call.allowPlainHttp);
  if (!target.ok) return failed(target.error, 'none', null);
  const { proxy, allowPlainHttp = false } = call;
  const socket = await dial({ target: target.value, proxy, allowPlainHttp, secureContext, signal });
  if (!socket.ok) return failed(socket.error, 'none', null);
  const sent = await exchange(socket.value, target.value, call, signal);
  if ('fault' in sent) return failed(sent.fault, sent.phase, null);
  const { answer } = sent;
  const status = answer.statusCode ?? 0;
  const text = await readBody(answer);
  if (!text.ok) return failed(text.error, 'answered', status);
  const headers = flatHeaders(answer);
  return {
    ok: true,
    phase: 'answered',
    status,
    headers,
    text: text.value,
    serverTimeMs: serverTimeMs(headers),
    retryAfterMs: retryAfterMs(headers),
    bodySha256,
  };
}

type Exchanged = { readonly answer: IncomingMessage } | { readonly fault: NetworkFault; readonly phase: SendPhase };

/** Writes the request to a connected socket and waits for the head of the answer. */
function exchange(socket: Socket, target: Target, call: HttpCall, signal: AbortSignal): Promise<Exchanged> {
  return new Promise((resolve) => {
    let phase: SendPhase = 'none';
    const fail = (fault: NetworkFault): void => {
      socket.destroy();
      resolve({ fault, phase });
    };
    let sent: ClientRequest;
    try {
      sent = openRequest(socket, target, call);
    } catch (error) {
      return fail(socketFault(error, 'bad-address'));
    }
    signal.addEventListener('abort', () => sent.destroy(), { once: true });
    sent.on('finish', () => {
      if (phase === 'connected') phase = 'body-sent';
    });
    sent.on('error', (error) => fail(socketFault(error, errorCode(error).startsWith('HPE_') ? 'bad-http' : 'reset')));
    sent.on('close', () => fail({ reason: 'reset', message: 'closed before an answer' }));
    sent.on('response', (answer) => {
      phase = 'answered';
      resolve({ answer });
    });
    phase = 'connected';
    sent.end(call.body);
  });
}

/** Without an agent Node uses the given socket once, says `Connection: close` and keeps nothing. */
const openRequest = (socket: Socket, target: Target, call: HttpCall): ClientRequest =>
  request({
    method: call.method,
    path: target.path,
    setHost: false,
    createConnection: () => socket,
    headers: {
      Accept: 'application/json',
      'Accept-Encoding': 'gzip, deflate, br',
      'User-Agent': 'DispatchDesk',
      ...call.headers,
      Host: target.authority,
      ...(call.method === 'POST' ? { 'Content-Length': String(call.body.byteLength) } : {}),
    },
  });

const flatHeaders = (answer: IncomingMessage): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
