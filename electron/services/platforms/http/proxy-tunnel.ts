import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { NetworkFault } from './http-call.ts';
import { socketFault } from './socket-fault.ts';
import { reachStage } from './stage.ts';

const PROXY_CONNECT_LIMIT_MS = 5_000;
const TUNNEL_LIMIT_MS = 5_000;

/** A tunnel through an http proxy to `host:port`. */
export type TunnelOptions = {
  readonly proxy: string;
  readonly host: string;
  readonly port: number;
  readonly signal: AbortSignal;
};

/** Asks a proxy by CONNECT for a raw connection. Every failure is `proxy`: our request has not started. */
export async function openTunnel(options: TunnelOptions): Promise<Result<Socket, NetworkFault>> {
  const { proxy, signal } = options;
  if (!URL.canParse(proxy) || new URL(proxy).protocol !== 'http:')
    return err({ reason: 'proxy', message: 'only http://host:port proxies are supported' });
  const url = new URL(proxy);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const socket = connect({ host, port: Number(url.port || '80'), signal, noDelay: true });
  const tcp = await reachStage({ socket, event: 'connect', limitMs: PROXY_CONNECT_LIMIT_MS, fallback: 'proxy' });
  if (!tcp.ok) return err({ reason: 'proxy', message: `proxy ${url.host}: ${tcp.error.message}` });
  return askForTunnel(tcp.value, url, options);
}

function askForTunnel(socket: Socket, proxy: URL, options: TunnelOptions): Promise<Result<Socket, NetworkFault>> {
  const authority = `${options.host.includes(':') ? `[${options.host}]` : options.host}:${options.port}`;
  const credentials = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  const auth =
    proxy.username === '' ? {} : { 'Proxy-Authorization': `Basic ${Buffer.from(credentials).toString('base64')}` };
  return new Promise((resolve) => {
    const asked = request({
      method: 'CONNECT',
      path: authority,
      headers: { Host: authority, ...auth },
      setHost: false,
      createConnection: () => socket,
    });
    const fail = (message: string): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(err({ reason: 'proxy', message: `proxy ${proxy.host}: ${message}` }));
    };
    const timer = setTimeout(() => fail(`no tunnel within ${TUNNEL_LIMIT_MS} ms`), TUNNEL_LIMIT_MS);
    asked.on('error', (error) => fail(socketFault(error, 'proxy').message));
    asked.on('close', () => fail('closed before the tunnel was open'));
    asked.on('connect', (answer, _socket, head) => {
      if (answer.statusCode !== 200) return fail(`answered ${answer.statusCode}`);
      // A TLS server never speaks first: early bytes mean that something else is at the other end.
      if (head.length > 0) return fail('sent data before the handshake');
      clearTimeout(timer);
      asked.removeAllListeners('close');
      resolve(ok(socket));
    });
    asked.end();
  });
}
