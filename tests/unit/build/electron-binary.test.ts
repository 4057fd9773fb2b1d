import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { failedLately, findElectron } from '../../../build/setup/electron-binary.mjs';
import { plantTree } from './plant-tree.ts';

const hour = 60 * 60 * 1000;

describe('the Electron binary', () => {
  test('is found in the package that fetched it', () => {
    const root = plantTree({ 'node_modules/electron/path.txt': 'electron', 'node_modules/electron/dist/electron': '' });
    expect(findElectron(root, {})).toBe(join(root, 'node_modules/electron/dist/electron'));
  });

  test('is found in the folder that the environment names', () => {
    const root = plantTree({ 'node_modules/electron/path.txt': 'electron', 'own/electron': '' });
    expect(findElectron(root, { ELECTRON_OVERRIDE_DIST_PATH: join(root, 'own') })).toBe(join(root, 'own/electron'));
  });

  test('is not there where the package is and the binary is not', () => {
    expect(findElectron(plantTree({ 'node_modules/electron/path.txt': 'electron' }), {})).toBeUndefined();
    expect(findElectron(plantTree({}), {})).toBeUndefined();
  });

  test('is not asked for again within a day of a failure', () => {
    const root = plantTree({ 'failure.json': JSON.stringify({ failedAtMs: 100 * hour }) });
    const file = join(root, 'failure.json');
    expect(failedLately(file, 101 * hour)).toBe(true);
    expect(failedLately(file, 125 * hour)).toBe(false);
    expect(failedLately(file, 99 * hour)).toBe(false);
  });

  test('is asked for where the memory of a failure is missing or damaged', () => {
    const root = plantTree({ 'failure.json': '{' });
    expect(failedLately(join(root, 'failure.json'), hour)).toBe(false);
    expect(failedLately(join(root, 'none.json'), hour)).toBe(false);
  });
});
