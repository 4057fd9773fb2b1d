import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plantTree } from './plant-tree.ts';

const script = join(import.meta.dirname, '../../../build/checks/house.ts');
const tidy = { 'shared/kernel/README.md': 'What lives here.\n', 'shared/kernel/time.ts': 'export const x = 1;\n' };
const lines = (count: number) => 'x;\n'.repeat(count);

function house(files: Record<string, string>) {
  const { status, stdout } = spawnSync(process.execPath, [script, plantTree(files)], { encoding: 'utf8' });
  return { status, stdout };
}

test('a tidy project passes and its sizes are told', () => {
  expect(house(tidy)).toEqual({ status: 0, stdout: '1 files, median 1 lines, 90% under 2\n' });
});

test('a project without a file of code proves nothing', () => {
  expect(house({ 'package.json': '{}' }).status).toBe(1);
});

test.each([
  ['a file over 350 lines', 'shared/kernel/long.ts', lines(351), 'shared/kernel/long.ts: 351 lines, at most 350'],
  ['a name that says nothing', 'shared/kernel/utils.ts', 'x', 'shared/kernel/utils.ts: the name "utils" says nothing'],
  ['a folder whose name says nothing', 'shared/kernel/common/x.ts', 'x', 'the name "common" says nothing'],
  ['a name in camel case', 'shared/kernel/myTime.ts', 'x', 'shared/kernel/myTime.ts: the name is not kebab-case'],
  ['work left over', 'shared/kernel/x.ts', `\n// ${'TO'}DO later`, 'shared/kernel/x.ts:2: work left over'],
  ['a path of one machine', 'shared/kernel/x.ts', `'/${'root'}/x'`, 'shared/kernel/x.ts:1: a path of one machine'],
  ['a default export', 'shared/kernel/x.ts', 'export default 1;', 'shared/kernel/x.ts:1: a default export'],
  ['an enum', 'shared/kernel/x.ts', 'export enum A {}', 'shared/kernel/x.ts:1: syntax that does not strip'],
  ['a skipped test', 'tests/unit/x.test.ts', `${'test'}.skip('x')`, 'tests/unit/x.test.ts:1: a test that does not run'],
  ['a folder without a README', 'shared/domain/x.ts', 'x', 'shared/domain/README.md is missing'],
  [
    'a README of eleven lines',
    'shared/kernel/README.md',
    lines(11),
    'shared/kernel/README.md has 11 lines, at most 10',
  ],
])('%s fails', (_what, path, text, told) => {
  const { status, stdout } = house({ ...tidy, 'tests/unit/README.md': 'x', [path]: text });
  expect(stdout).toContain(told);
  expect(status).toBe(1);
});

test('files that are long on the whole fail', () => {
  const many = Object.fromEntries([1, 2, 3].map((n) => [`shared/kernel/f${n}.ts`, lines(100)]));
  expect(house({ ...tidy, ...many }).stdout).toContain('the median file has 100 lines, at most 90');
  const some = Object.fromEntries([1, 2, 3].map((n) => [`shared/kernel/f${n}.ts`, lines(300)]));
  expect(house({ ...tidy, ...some }).stdout).toContain('the 90th percentile is 300 lines, at most 250');
});
