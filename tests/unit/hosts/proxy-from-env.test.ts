import { describe, expect, it } from 'vitest';
import { createProxyFromEnv } from '../../../electron/host/proxy-from-env.ts';

const PROXY = 'http://proxy.example:3128';

describe('proxy from the environment', () => {
  it.each([
    ['https by HTTPS_PROXY', { HTTPS_PROXY: PROXY }, 'https://api.example.com/x', PROXY],
    ['https by small letters', { https_proxy: PROXY }, 'https://api.example.com/x', PROXY],
    ['https not by HTTP_PROXY', { HTTP_PROXY: PROXY }, 'https://api.example.com/x', null],
    ['http by HTTP_PROXY', { HTTP_PROXY: PROXY }, 'http://api.example.com/x', PROXY],
    ['anything by ALL_PROXY', { ALL_PROXY: PROXY }, 'https://api.example.com/x', PROXY],
    ['a bare host and port', { HTTPS_PROXY: 'proxy.example:3128' }, 'https://api.example.com/', PROXY],
    [
      'user and password kept',
      { HTTPS_PROXY: 'http://u:example@proxy.example:8' },
      'https://a.example/',
      'http://u:example@proxy.example:8',
    ],
    ['an empty value is none', { HTTPS_PROXY: ' ' }, 'https://api.example.com/', null],
    [
      'a SOCKS proxy cannot be spoken to',
      { ALL_PROXY: 'socks5://proxy.example:1080' },
      'https://api.example.com/',
      null,
    ],
    ['rubbish is none', { HTTPS_PROXY: 'http://' }, 'https://api.example.com/', null],
    ['none set', {}, 'https://api.example.com/', null],
    ['a loopback address', { ALL_PROXY: PROXY }, 'http://127.0.0.1:4000/', null],
    ['localhost', { ALL_PROXY: PROXY }, 'http://localhost:4000/', null],
    ['exempt host', { ALL_PROXY: PROXY, NO_PROXY: 'x.example, api.example.com' }, 'https://api.example.com/', null],
    ['exempt domain', { ALL_PROXY: PROXY, NO_PROXY: '.example.com' }, 'https://api.example.com/', null],
    ['exempt domain without its dot', { ALL_PROXY: PROXY, no_proxy: 'example.com' }, 'https://api.example.com/', null],
    [
      'not a domain that merely ends alike',
      { ALL_PROXY: PROXY, NO_PROXY: 'ample.com' },
      'https://api.example.com/',
      PROXY,
    ],
    ['exempt port', { ALL_PROXY: PROXY, NO_PROXY: 'example.com:8443' }, 'https://api.example.com:8443/', null],
    ['another port', { ALL_PROXY: PROXY, NO_PROXY: 'example.com:8443' }, 'https://api.example.com/', PROXY],
    ['everything exempt', { ALL_PROXY: PROXY, NO_PROXY: '*' }, 'https://api.example.com/', null],
  ])('%s', async (_what, env, url, expected) => {
    expect(await createProxyFromEnv(env)(url)).toBe(expected);
  });
});
