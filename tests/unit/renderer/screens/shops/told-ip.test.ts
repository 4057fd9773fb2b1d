import { expect, it } from 'vitest';
import { toldIp } from '../../../../../renderer/screens/shops/told-ip.ts';

it.each([
  ['invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist', '203.0.113.7'],
  ['version 1.2.3', null],
  ['from 300.1.2.3', null],
  ['1.2.3.4.5', null],
  ['', null],
])('finds the address in %j', (message, ip) => expect(toldIp(message)).toBe(ip));
