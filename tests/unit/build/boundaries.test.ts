import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { boundaryRules, cruiseRooms } from '../../../build/checks/boundaries/cruise-rooms.ts';
import { lawfulTree } from './lawful-tree.ts';
import { plantTree } from './plant-tree.ts';
import { plantedBreaches } from './planted-breaches.ts';

describe('boundaries', () => {
  test('a project in which every room keeps to its imports has no breach', async () => {
    const { modules, breaches } = await cruiseRooms(plantTree(lawfulTree));
    expect(breaches).toEqual([]);
    expect(modules).toBe(
      Object.keys(lawfulTree).filter((path) => /^(shared|electron|renderer|tests)\//.test(path)).length,
    );
  });

  test.each(plantedBreaches)('$rule fires where $what', async ({ rule, file, text, also, from, to }) => {
    const { breaches } = await cruiseRooms(plantTree({ ...lawfulTree, ...also, [file]: text }));
    expect(breaches).toContainEqual({ rule, from, to });
  });

  test('every rule has a planted breach', () => {
    expect(new Set(plantedBreaches.map(({ rule }) => rule))).toEqual(new Set(boundaryRules.map(({ name }) => name)));
  });

  test('the command says how many modules it saw and fails on a breach', () => {
    const root = plantTree({ ...lawfulTree, 'shared/domain/order.ts': "import 'node:fs';" });
    const { status, stdout } = runBoundaries(root);
    expect(status).toBe(1);
    expect(stdout).toContain('shared-has-no-node: shared/domain/order.ts → fs');
    expect(stdout).toMatch(/^\d+ modules, \d+ rules, 1 breaches$/m);
  });

  test('the command fails where it reads almost nothing', () => {
    const { status, stdout } = runBoundaries(
      plantTree({ 'shared/one.ts': "import './two.ts';", 'shared/two.ts': 'export {};' }),
    );
    expect(status).toBe(1);
    expect(stdout).toContain('only 2 modules were read');
  });
});

function runBoundaries(root: string) {
  const script = join(import.meta.dirname, '../../../build/checks/boundaries.ts');
  return spawnSync(process.execPath, [script, root], { encoding: 'utf8' });
}
