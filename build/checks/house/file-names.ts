import { basename } from 'node:path/posix';
import type { SourceFile } from './source-files.ts';

/** Names that say nothing about what is inside, so that everything ends up inside. */
const banned = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'manager', 'base']);

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Paths with a folder or a file whose name is banned, and files whose name is not kebab-case. */
export function findBadNames(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path }) => {
    const words = path.split('/').map((part) => part.replace(/\..*$/, ''));
    const bad = words.find((word) => banned.has(word));
    if (bad !== undefined) return [`${path}: the name "${bad}" says nothing`];
    const stem = basename(path).replace(/\..*$/, '');
    return kebab.test(stem) || basename(path) === 'README.md' ? [] : [`${path}: the name is not kebab-case`];
  });
}
