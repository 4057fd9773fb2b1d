import { isLoopbackUrl } from './loopback.ts';

/** True for an address that would carry everything unencrypted over a network: http to anywhere but this machine. */
export const isPlainHttp = (address: string): boolean => /^http:\/\//i.test(address.trim()) && !isLoopbackUrl(address);
