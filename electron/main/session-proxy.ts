import type { Session } from 'electron';
import type { HostPorts } from '../services/ports.ts';

/**
 * The system's proxy for an address, as Chromium reads it: `PROXY host:port; DIRECT`. The first entry that can be spoken
 * to counts; a proxy over TLS or SOCKS cannot, and leaves a direct connection.
 */
export const createSessionProxy =
  (session: Pick<Session, 'resolveProxy'>): HostPorts['resolveProxy'] =>
  async (url) => {
    for (const entry of (await session.resolveProxy(url)).split(';')) {
      const [kind = '', address = ''] = entry.trim().split(/\s+/);
      if (kind.toUpperCase() === 'DIRECT') return null;
      if (kind.toUpperCase() === 'PROXY' && URL.canParse(`http://${address}`)) return `http://${address}`;
    }
    return null;
  };
