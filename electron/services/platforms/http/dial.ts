import { connect, type Socket } from 'node:net';
import { connect as connectTls, type SecureContext } from 'node:tls';
import { isIP } from 'node:net';
import { isLoopbackHost } from '../../../../shared/kernel/loopback.ts';
import { err, type Result } from '../../../../shared/kernel/result.ts';
import type { NetworkFault } from './http-call.ts';
import { openTunnel } from './proxy-tunnel.ts';
import { reachStage } from './stage.ts';
import type { Target } from './target.ts';

/** Limits of the steps before a request can leave (RELIABILITY 3c), in ms. */
const CONNECT_LIMIT_MS = 5_000;
const TLS_LIMIT_MS = 5_000;

/** What a dial needs. Aborting `signal` ends it, and later the connection. */
export type DialOptions = {
  readonly target: Target;
  readonly proxy: string | null;
  /** Plain http may leave this machine. */
  readonly allowPlainHttp: boolean;
  readonly secureContext: () => SecureContext;
  readonly signal: AbortSignal;
};

/**
 * Opens a fresh connection, ready for a request: TCP, the proxy's tunnel where there is one, TLS where the address says
 * https. As long as it has not resolved with a socket, no byte of the request can have left this machine.
 */
export async function dial({
  target,
  proxy,
  allowPlainHttp,
  secureContext,
  signal,
}: DialOptions): Promise<Result<Socket, NetworkFault>> {
  if (!target.secure && !allowPlainHttp) return dialHere(target, signal);
  const tunnelled = proxy !== null && !isLoopbackHost(target.host);
  const tcp = tunnelled
    ? await openTunnel({ proxy, host: target.host, port: target.port, signal })
    : await dialTcp(target.host, target.port, signal);
  if (!tcp.ok || !target.secure) return tcp;
  const named = isIP(target.host) === 0 ? { servername: target.host } : {};
  const tls = connectTls({
    socket: tcp.value,
    host: target.host,
    ...named,
    secureContext: secureContext(),
    rejectUnauthorized: true,
    ALPNProtocols: ['http/1.1'],
  });
  const secured = await reachStage({ socket: tls, event: 'secureConnect', limitMs: TLS_LIMIT_MS, fallback: 'tls' });
  if (secured.ok) return secured;
  tcp.value.destroy();
  // A server that hangs up during the handshake speaks no TLS with us, whatever the socket calls it.
  return secured.error.reason === 'reset' ? err({ ...secured.error, reason: 'tls' }) : secured;
}

/** Connects by TCP within the connect limit. */
const dialTcp = (host: string, port: number, signal: AbortSignal): Promise<Result<Socket, NetworkFault>> =>
  reachStage({
    socket: connect({ host, port, signal, noDelay: true }),
    event: 'connect',
    limitMs: CONNECT_LIMIT_MS,
    fallback: 'unreachable',
  });

/** Plain http that is not allowed out stays on this machine even where a hosts file points localhost elsewhere. */
async function dialHere(target: Target, signal: AbortSignal): Promise<Result<Socket, NetworkFault>> {
  const tcp = await dialTcp(target.host, target.port, signal);
  if (!tcp.ok || isLoopbackHost(tcp.value.remoteAddress ?? '')) return tcp;
  tcp.value.destroy();
  return err({ reason: 'plain-http', message: `${target.host} is not this machine` });
}
