import type { Log } from '../../ports.ts';

/** A host's answer to which proxy leads to an address. */
export type ProxyDeps = { readonly resolveProxy: (url: string) => Promise<string | null>; readonly log: Log };

/** The proxy for an address. A host that cannot say which means a direct connection, as in a browser. */
export const proxyFor = ({ resolveProxy, log }: ProxyDeps, address: string): Promise<string | null> =>
  resolveProxy(address).catch(() => {
    log.warn('platform.proxy-unknown', {});
    return null;
  });
