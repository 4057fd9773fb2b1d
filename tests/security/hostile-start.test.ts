import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseHostArgs } from '../../electron/host/host-args.ts';

const SWITCHES = [
  ...['--inspect', '--inspect=0.0.0.0:9229', '--inspect-brk', '--inspect-port=1', '--remote-debugging-port=9222'],
  ...[
    '--remote-debugging-pipe',
    '--remote-debugging-address=0.0.0.0',
    '--remote-allow-origins=*',
    '--js-flags=--expose-gc',
  ],
  ...[
    '--require=/elsewhere/evil.cjs',
    '-r',
    '--import=data:text/javascript,1',
    '--eval=1',
    '-e',
    '-p',
    '--experimental-loader=x',
  ],
  ...['--no-sandbox', '--disable-web-security', '--allow-file-access-from-files', '--disable-site-isolation-trials'],
  ...['--ignore-certificate-errors', '--host-rules=MAP * evil.example.com', '--host-resolver-rules=MAP * 1.2.3.4'],
  ...[
    '--proxy-server=evil.example.com:1',
    '--ssl-key-log-file=/elsewhere/keys',
    '--log-net-log=/elsewhere/net',
    '--load-extension=/elsewhere/x',
  ],
  ...['--utility-cmd-prefix=calc', '--renderer-cmd-prefix=calc', '--gpu-launcher=calc', '--user-data-dir=/elsewhere/x'],
  ...[
    '--enable-blink-features=X',
    '--unsafely-treat-insecure-origin-as-secure=http://evil.example.com',
    '--app=http://evil.example.com',
  ],
  ...['--host=0.0.0.0', '--bind=::', '--print-url=yes?', '--no-open=0', '--open', '--key=known', '--role=admin'],
] as const;
const ADDRESSES = [
  ...['dispatch-desk://pack/1', 'dispatch-desk://settings/set?key=x', 'app://bundle/../../etc/passwd', 'app://evil/'],
  ...['file:///etc/passwd', 'javascript:alert(1)', 'data:text/html,<script>1</script>', 'https://evil.example.com/'],
  ...[
    'http://127.0.0.1:1/?key=1',
    'vbscript:x',
    'intent://x',
    '\\\\evil\\share\\x.db',
    '/elsewhere/evil.js',
    'evil.asar',
  ],
] as const;
const HOSTILE = [...SWITCHES, ...ADDRESSES];

const USUAL = parseHostArgs([]);

describe('A start with something put behind the program’s name', () => {
  it(`changes nothing under Electron, ${HOSTILE.length} ways: no folder, no port, no page, no address to follow`, () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(50);
    for (const arg of HOSTILE) {
      const read = parseHostArgs([arg], 'others');
      const changed = read.ok && JSON.stringify(read) !== JSON.stringify(USUAL);
      // Our own two switches may be named; they open nothing under Electron, which has no door and no address to print.
      if (changed) expect(arg).toMatch(/^--(?:no-open|print-url)=/);
      if (read.ok) expect(read.value, arg).toMatchObject({ dataDir: null, port: 0 });
    }
  });

  it('is refused by the door for a browser, all of them', () => {
    for (const arg of HOSTILE) expect(parseHostArgs([arg]).ok, arg).toBe(false);
  });

  it('can be no link from outside: the app follows none and answers for no kind of address', () => {
    const folder = join(import.meta.dirname, '..', '..', 'electron');
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    expect(sources.length).toBeGreaterThan(100);
    const links = /setAsDefaultProtocolClient|open-url|open-file|will-continue-activity/;
    for (const name of sources) expect(readFileSync(join(folder, name), 'utf8'), name).not.toMatch(links);
  });
});
