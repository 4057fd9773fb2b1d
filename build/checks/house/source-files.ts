import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export interface SourceFile {
  /** Path relative to the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
}

export const roomNames = ['shared', 'electron', 'renderer', 'build', 'tests'] as const;

const skipped = new Set(['node_modules', 'dist', 'release', 'test-results']);
const kept = /\.(ts|tsx|mjs|css|html|md)$/;

/** Every code, style and document file of the rooms. */
export function sourceFiles(root: string): SourceFile[] {
  return roomNames.filter((room) => existsSync(join(root, room))).flatMap((room) => filesUnder(root, room));
}

function filesUnder(root: string, folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesUnder(root, path);
    return kept.test(basename(path)) ? [readSource(root, path)] : [];
  });
}

function readSource(root: string, path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  return { path, text, lines: text === '' ? 0 : text.replace(/\n$/, '').split('\n').length };
}
