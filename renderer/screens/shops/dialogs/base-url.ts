import { isLoopbackHost } from '../../../../shared/kernel/loopback.ts';

/** True for a typed address the backend would refuse: anything but https, and http on this machine. Empty is fine. */
export function baseUrlFault(address: string): boolean {
  if (address === '') return false;
  if (!URL.canParse(address)) return true;
  const { protocol, hostname } = new URL(address);
  return protocol !== 'https:' && !(protocol === 'http:' && isLoopbackHost(hostname));
}
