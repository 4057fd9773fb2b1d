import { isLoopbackHost } from '../../../../shared/kernel/loopback.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { NetworkFault } from './http-call.ts';

/** Where a request goes, checked. `path` holds the query and may carry a token. */
export type Target = {
  readonly secure: boolean;
  /** Without the brackets of an IPv6 address. */
  readonly host: string;
  readonly port: number;
  /** For the Host header, with brackets and port as in the address. */
  readonly authority: string;
  readonly path: string;
};

/**
 * Reads an address: https to anywhere, http to this machine (training and tests), and http to anywhere where the call
 * says that it is allowed.
 */
export function readTarget(address: string, allowPlainHttp = false): Result<Target, NetworkFault> {
  if (!URL.canParse(address)) return err({ reason: 'bad-address', message: 'the address cannot be read' });
  const url = new URL(address);
  const secure = url.protocol === 'https:';
  if (!secure && url.protocol !== 'http:')
    return err({ reason: 'bad-address', message: `unsupported scheme ${url.protocol}` });
  if (url.username !== '' || url.password !== '')
    return err({ reason: 'bad-address', message: 'an address must not hold a user name' });
  if (!secure && !allowPlainHttp && !isLoopbackHost(url.hostname))
    return err({ reason: 'plain-http', message: `unencrypted http to ${url.host} is refused` });
  return ok({
    secure,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 443 : 80) : Number(url.port),
    authority: url.host,
    path: `${url.pathname}${url.search}`,
  });
}
