import { appendFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sourceHash } from '../../../build/setup/source-hash.mjs';
import { plantTree } from './plant-tree.ts';

const project = () =>
  plantTree({
    'package.json': '{}',
    'package-lock.json': '{}',
    'tsconfig.json': '{}',
    'shared/a.ts': 'a',
    'electron/b.ts': 'b',
    'renderer/c.tsx': 'c',
    'build/bundle/d.ts': 'd',
    'build/checks/e.ts': 'e',
  });

test('an unchanged project has the same hash in another folder', () => {
  expect(sourceHash(project())).toBe(sourceHash(project()));
});

test.each(['shared/a.ts', 'electron/b.ts', 'renderer/c.tsx', 'build/bundle/d.ts', 'package-lock.json'])(
  'a change in %s asks for a build',
  (path) => {
    const root = project();
    const before = sourceHash(root);
    appendFileSync(join(root, path), ' ');
    expect(sourceHash(root)).not.toBe(before);
  },
);

test('a new file and a moved file ask for a build', () => {
  const root = project();
  const before = sourceHash(root);
  mkdirSync(join(root, 'shared/deep'));
  writeFileSync(join(root, 'shared/deep/new.ts'), '');
  const added = sourceHash(root);
  renameSync(join(root, 'shared/deep/new.ts'), join(root, 'shared/new.ts'));
  expect(new Set([before, added, sourceHash(root)]).size).toBe(3);
});

test('what is not bundled asks for none', () => {
  const root = project();
  const before = sourceHash(root);
  appendFileSync(join(root, 'build/checks/e.ts'), ' ');
  writeFileSync(join(root, 'shared/README.md'), 'words');
  expect(sourceHash(root)).toBe(before);
});
