const ON_THIS_MACHINE = /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|localhost|\[::1\])$/;

/** True for a typed address the backend would refuse: anything but https, and http on this machine. Empty is fine. */
export function baseUrlFault(address: string): boolean {
  if (address === '') return false;
  if (!URL.canParse(address)) return true;
  const { protocol, hostname } = new URL(address);
  return protocol !== 'https:' && !(protocol === 'http:' && ON_THIS_MACHINE.test(hostname));
}
