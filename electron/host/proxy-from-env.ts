import { isLoopbackHost } from '../../shared/kernel/loopback.ts';
import type { HostPorts } from '../services/ports.ts';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The proxy for an address from `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` (also in small letters), as
 * command line tools read them. Loopback addresses never go through a proxy.
 */
export function createProxyFromEnv(env: Env): HostPorts['resolveProxy'] {
  return async (url) => {
    const { protocol, hostname, port } = new URL(url);
    if (isLoopbackHost(hostname) || isExempt(env, hostname, port)) return null;
    const named = read(env, protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY') ?? read(env, 'ALL_PROXY');
    return named === undefined ? null : asProxy(named);
  };
}

const read = (env: Env, name: string): string | undefined => {
  const value = env[name] ?? env[name.toLowerCase()];
  return value === undefined || value.trim() === '' ? undefined : value.trim();
};

/** `NO_PROXY` entries are `*`, a host, a domain with or without its dot, each with an optional port. */
function isExempt(env: Env, hostname: string, port: string): boolean {
  const entries = (read(env, 'NO_PROXY') ?? '').split(/[\s,]+/).filter((entry) => entry !== '');
  return entries.some((entry) => {
    if (entry === '*') return true;
    const [, name = '', entryPort] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
    if (entryPort !== undefined && entryPort !== port) return false;
    return hostname === name || hostname.endsWith(`.${name}`);
  });
}

/** Only plain HTTP proxies can be spoken to; one of another kind counts as none, and a bare `host:port` as HTTP. */
function asProxy(value: string): string | null {
  const url = URL.parse(value.includes('://') ? value : `http://${value}`);
  return url !== null && url.protocol === 'http:' ? url.href.replace(/\/$/, '') : null;
}
