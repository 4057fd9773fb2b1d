import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { isModern } from '../../../build/setup/modern-node.mjs';

const setup = join(import.meta.dirname, '../../../build/setup');

/** Runs a program of the set-up in a process that says it is another Node. */
function runUnder(version: string, program: string) {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  const load = `import(${JSON.stringify(pathToFileURL(join(setup, program)).href)})`;
  return spawnSync(process.execPath, ['-e', `${pretend}; ${load};`], { encoding: 'utf8' });
}

test.each(['start.mjs', 'test.mjs', 'cli.mjs', 'run.mjs'])('%s stops with one sentence under Node 18', (program) => {
  const { status, stdout, stderr } = runUnder('18.19.0', program);
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^发货台需要 Node 20 .*18\.19\.0 · Dispatch Desk needs Node 20 .*18\.19\.0.*\n$/);
});

test.each([
  ['24.21.0', true],
  ['22.18.0', true],
  ['23.0.0', true],
  ['22.17.1', false],
  ['20.20.2', false],
])('Node %s runs the app: %s', (version, modern) => {
  expect(isModern(version)).toBe(modern);
});
