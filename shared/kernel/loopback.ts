const LOOPBACK_HOST = /^(?:localhost|(?:::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1)$/;

/** True for this machine itself: 127.0.0.0/8, ::1 (with or without brackets) and the name localhost. */
export const isLoopbackHost = (host: string): boolean =>
  LOOPBACK_HOST.test(host.toLowerCase().replace(/^\[(.*)\]$/, '$1'));

/** True for an http or https address on this machine, as `URL.href` writes it. */
export function isLoopbackUrl(url: string): boolean {
  const host = /^https?:\/\/(\[[^\]]+\]|[^/:?#@]+)(?::\d+)?(?:[/?#]|$)/.exec(url)?.[1];
  return host !== undefined && isLoopbackHost(host);
}
