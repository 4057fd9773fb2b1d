import { z } from 'zod';

/**
 * Why a call to a platform brought no usable answer, as told by the socket and never by the platform.
 *
 * - `bad-address`: the address cannot be used at all; `plain-http`: http to anything but this machine is refused.
 * - `dns`, `refused`, `unreachable`, `connect-timeout`: no connection came about.
 * - `tls`: the certificate or the handshake failed; `proxy`: the proxy did not let the call through.
 * - `reset`: the connection broke before an answer; `timeout`: the whole call took too long.
 * - `truncated`, `too-large`, `bad-encoding`, `bad-http`: an answer began and cannot be trusted.
 */
export const NetworkReasonSchema = z.enum([
  'bad-address',
  'plain-http',
  'dns',
  'refused',
  'unreachable',
  'connect-timeout',
  'tls',
  'proxy',
  'reset',
  'timeout',
  'truncated',
  'too-large',
  'bad-encoding',
  'bad-http',
]);
export type NetworkReason = z.infer<typeof NetworkReasonSchema>;
