import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeCrash, reportCrash } from '../../electron/host/report-crash.ts';
import { rememberingLog, temporaryFolder } from '../support/hosts.ts';
import { ADDRESS, BUYER, hitsIn, NOWHERE, PHONE, PIN, SECRET, TOKEN, WAYBILL } from './canaries/canary.ts';
import { filesOf } from './canaries/canary-desk.ts';

const HOSTS = join(import.meta.dirname, '../../electron');
const WORDS = [SECRET, TOKEN, PIN, PHONE, BUYER, ADDRESS, WAYBILL].join(' ');

/** Loaded into a host before its own code. It crashes once the host listens for crashes, or as it begins to. */
const WHEN_LISTENING = `const { once } = process;
process.once = function (name, ...rest) {
  if (name === 'uncaughtException') setTimeout(crash, 0);
  return once.call(this, name, ...rest);
};`;
const AT_THE_START = `const { once } = process;
process.once = function (name, ...rest) {
  if (name === 'uncaughtException' && new Error().stack.includes('run-loopback')) crash();
  return once.call(this, name, ...rest);
};
Object.defineProperty(process.stderr, 'isTTY', { get: () => crash() });`;

const CRASHES: Readonly<Record<string, string>> = {
  'an exception nobody caught': `const crash = () => { throw new TypeError(words); };${WHEN_LISTENING}`,
  'a promise nobody waited for': `const crash = () => void Promise.reject(new Error(words));${WHEN_LISTENING}`,
  'something thrown that is no error': `const crash = () => { throw { secret: words }; };${WHEN_LISTENING}`,
  'an exception at the very start': `const crash = () => { throw new Error(words + '\\n    at ' + words); };${AT_THE_START}`,
};

async function crash(host: 'loopback' | 'cli', source: string) {
  const [dataDir, folder] = [temporaryFolder(), temporaryFolder()];
  const file = join(folder, 'crash.mjs');
  writeFileSync(file, `const words = ${JSON.stringify(WORDS)};\n${source}`);
  const args = host === 'cli' ? ['--data', dataDir, 'outbox', 'drain'] : ['--data', dataDir, '--no-open'];
  const child = spawn(process.execPath, ['--import', file, join(HOSTS, host, 'index.ts'), ...args], {
    env: { ...process.env, HOME: folder, XDG_CACHE_HOME: folder },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, printed, files: filesOf(dataDir) };
}

describe.each(['loopback', 'cli'] as const)('the %s host, when it ends by', (host) => {
  it.each(Object.entries(CRASHES))(
    '%s, says and keeps nothing of what the error quoted',
    async (_name, source) => {
      const { code, printed, files } = await crash(host, source);
      expect(code).toBe(1);
      expect(printed).toMatch(/[0-9A-F]{6}/);
      expect(hitsIn(printed, [...NOWHERE, WAYBILL])).toEqual([]);
      for (const { name, bytes } of files) expect(hitsIn(bytes, [...NOWHERE, WAYBILL]), name).toEqual([]);
    },
    120_000,
  );
});

it('a crash is told by name and place whatever its message holds, also over several lines', () => {
  const error = new TypeError(`${WORDS}\n    at ${WORDS}\n    at file:///${SECRET}`);
  const log = rememberingLog();
  reportCrash(log, error);
  const { trace } = describeCrash(error);
  expect(hitsIn(JSON.stringify(log.lines) + trace)).toEqual([]);
  expect(trace).toMatch(/^[0-9A-F]{6} TypeError\n\s+at .*canary-crash\.test/);
  expect(log.lines[0]?.fields['where']).toContain('canary-crash.test');
});
