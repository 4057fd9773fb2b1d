import { describe, expect, it } from 'vitest';
import { isLoopbackHost, isLoopbackUrl } from '../../../shared/kernel/loopback.ts';

describe('this machine', () => {
  it.each(['localhost', '127.0.0.1', '127.8.9.10', '::1', '[::1]', '::ffff:127.0.0.1'])('is %s', (host) => {
    expect(isLoopbackHost(host)).toBe(true);
  });

  it.each(['127.0.0.1.example.com', 'localhost.example.com', '128.0.0.1', '10.0.0.1', ''])('is not %s', (host) => {
    expect(isLoopbackHost(host)).toBe(false);
  });

  it('is told from the address of a shop, and not by tricks in it', () => {
    expect(isLoopbackUrl('http://127.0.0.1:41234')).toBe(true);
    expect(isLoopbackUrl('http://[::1]:8080/path')).toBe(true);
    expect(isLoopbackUrl('https://api.weixin.qq.com')).toBe(false);
    expect(isLoopbackUrl('https://127.0.0.1@evil.example/')).toBe(false);
    expect(isLoopbackUrl('https://127.0.0.1.evil.example/')).toBe(false);
    expect(isLoopbackUrl('ftp://127.0.0.1/')).toBe(false);
  });
});
