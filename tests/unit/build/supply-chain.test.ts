import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { billOfMaterials } from '../../../build/bundle/shipped/bill-of-materials.ts';
import { packageOfModule } from '../../../build/bundle/shipped/shipped-package.ts';
import { judgeAudit } from '../../../build/checks/supply-chain/judge-audit.ts';
import { plantTree } from './plant-tree.ts';

const script = join(import.meta.dirname, '../../../build/checks/supply-chain.ts');
const check = (what: 'lockfile' | 'shipped', files: Record<string, string>) => {
  const { status, stdout } = spawnSync(process.execPath, [script, what, plantTree(files)], { encoding: 'utf8' });
  return { status, stdout };
};

describe('the lockfile', () => {
  const entry = { version: '1.0.0', integrity: 'sha512-example' };
  const tree = ({
    dependencies = { left: '1.0.0' } as Record<string, string>,
    packages = { 'node_modules/left': entry } as Record<string, object>,
    allowScripts = {} as Record<string, boolean>,
    npmrc = 'ignore-scripts=true\n',
    source = "import 'left';",
  }) => ({
    'shared/kernel/time.ts': source,
    'package.json': JSON.stringify({ dependencies, allowScripts }),
    'package-lock.json': JSON.stringify({ packages: { '': {}, ...packages } }),
    '.npmrc': npmrc,
  });

  test('of exact versions with hashes and no scripts passes, and says how much it read', () => {
    expect(check('lockfile', tree({}))).toEqual({
      status: 0,
      stdout: '1 locked packages, 0 with an install script, 0 allowed to run\n',
    });
  });

  const scripted = { 'node_modules/a/node_modules/@x/left': { ...entry, hasInstallScript: true } };
  test.each([
    ['a range', { dependencies: { left: '^1.0.0' } }, 'left ^1.0.0 is not one version'],
    ['a tag', { dependencies: { left: 'latest' } }, 'left latest is not one version'],
    ['a package from elsewhere', { dependencies: { left: 'github:x/left' } }, 'is not one version'],
    ['a package without a hash', { packages: { 'node_modules/left': { version: '1.0.0' } } }, 'left: no hash'],
    ['a weak hash', { packages: { 'node_modules/left': { integrity: 'sha1-x' } } }, 'left: no hash'],
    ['a script nobody named', { packages: scripted }, 'allowScripts does not name @x/left'],
    ['a script nobody reviewed', { packages: scripted, allowScripts: { '@x/left': true } }, 'was never reviewed'],
    ['a package nothing uses', { source: '// left is not imported' }, 'nothing uses left'],
    ['a package that only another name contains', { source: "import 'left-pad';" }, 'nothing uses left'],
    ['scripts that run', { npmrc: 'fund=false\n' }, '.npmrc lacks ignore-scripts=true'],
  ])('with %s fails', (_what, change, told) => {
    const { status, stdout } = check('lockfile', tree(change));
    expect(stdout).toContain(told);
    expect(status).toBe(1);
  });
});

describe('what is handed out', () => {
  const part = (name: string, licence = 'MIT') => ({ name, version: '1.0.0', licence, licenceText: 'words' });
  const built = (parts: readonly ReturnType<typeof part>[]) => ({
    'dist/sbom.cdx.json': billOfMaterials({ name: 'desk', version: '1.0.0', license: 'MIT' }, parts),
    'dist/licences.txt': parts.map(({ name, version }) => `${name} ${version} — x`).join('\n'),
  });

  test('is counted without Electron and passes under licences that may be handed on', () => {
    const parts = [part('@a/b'), part('electron'), part('c', 'MIT OR GPL-3.0-only'), part('d', '(Apache-2.0 AND MIT)')];
    expect(check('shipped', built(parts))).toEqual({
      status: 0,
      stdout: '3 packages and Electron are handed out, under 3 licences\n',
    });
  });

  test.each([
    ['nothing', [], 'no package was found'],
    ['a copyleft licence', [part('left', 'GPL-3.0-only')], 'left: licence GPL-3.0-only'],
    ['one of two licences that is not allowed', [part('left', 'MIT AND GPL-3.0-only')], 'licence MIT AND GPL-3.0-only'],
    ['no licence', [part('left', '')], 'left: licence unknown'],
    [
      '41 packages',
      Array.from({ length: 41 }, (_, at) => part(`left-${at}`)),
      '41 packages are handed out, at most 40',
    ],
  ])('fails with %s', (_what, parts, told) => {
    const { status, stdout } = check('shipped', built(parts));
    expect(stdout).toContain(told);
    expect(status).toBe(1);
  });

  test('fails where a licence text was left out, and where nothing was built', () => {
    const parts = built([part('left')]);
    expect(check('shipped', { ...parts, 'dist/licences.txt': '' }).stdout).toContain(
      'left is not in dist/licences.txt',
    );
    expect(check('shipped', {}).status).toBe(1);
  });
});

test('a bill of materials says the same twice, in whatever order packages were met', () => {
  const parts = ['b', '@x/a'].map((name) => ({ name, version: '1.0.0', licence: 'MIT', licenceText: '' }));
  const product = { name: 'desk', version: '1.0.0', license: 'MIT' };
  const bill = billOfMaterials(product, parts);
  expect(billOfMaterials(product, parts.toReversed())).toBe(bill);
  expect(JSON.parse(bill)).toMatchObject({
    bomFormat: 'CycloneDX',
    components: [
      { group: '@x', name: 'a', purl: 'pkg:npm/%40x/a@1.0.0', licenses: [{ license: { id: 'MIT' } }] },
      { name: 'b', version: '1.0.0' },
    ],
  });
  expect(bill).not.toMatch(/timestamp|serialNumber/);
});

test('a module belongs to the innermost package of its path, and a file of ours to none', () => {
  const root = plantTree({
    'node_modules/a/node_modules/@x/b/package.json': '{"name":"@x/b","version":"2.0.0","license":"ISC"}',
    'node_modules/a/node_modules/@x/b/LICENCE.md': 'words\r\n',
    'renderer/main.tsx': '',
  });
  expect(packageOfModule(join(root, 'node_modules/a/node_modules/@x/b/deep/x.js'))).toEqual({
    name: '@x/b',
    version: '2.0.0',
    licence: 'ISC',
    licenceText: 'words',
  });
  expect(packageOfModule(join(root, 'renderer/main.tsx'))).toBeNull();
});

describe('an audit', () => {
  const shipped = new Set(['zod']);
  const report = (name: string, severity: string) =>
    JSON.stringify({ vulnerabilities: { [name]: { name, severity, range: '<2' } } });

  test.each([
    ['a grave hole in what is handed out', report('zod', 'high'), false, 'handed out: zod <2 high'],
    ['a critical one', report('zod', 'critical'), false, 'handed out: zod <2 critical'],
    ['a moderate one', report('zod', 'moderate'), true, '0 with a known hole'],
    ['a grave hole in a tool', report('vite', 'critical'), true, 'tool only: vite <2 critical'],
    ['a registry that refuses', '{"error":{"code":"E405"}}', true, 'NOT AUDITED'],
    ['a registry that is not there', '', true, 'NOT AUDITED'],
  ])('that finds %s', (_what, output, passed, told) => {
    const verdict = judgeAudit(output, shipped);
    expect(verdict.passed).toBe(passed);
    expect(verdict.lines.join('\n')).toContain(told);
  });
});
