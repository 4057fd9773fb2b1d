import { execFile } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { plantTree } from './plant-tree.ts';

const root = join(import.meta.dirname, '../../..');
const run = promisify(execFile);

/** Type checks one file as a member of a room of this project, and returns what the compiler said. */
async function typeCheck(room: string, file: string, text: string): Promise<string> {
  const configs = Object.fromEntries(
    ['tsconfig.json', `${room}/tsconfig.json`].map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  );
  const project = plantTree({ ...configs, 'package.json': '{"type":"module"}', [`${room}/${file}`]: text });
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'), 'junction');
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  return run(process.execPath, [compiler, '--pretty', 'false', '-p', join(project, room)]).then(
    () => '',
    (failure: { stdout: string }) => failure.stdout,
  );
}

describe('the compiler keeps a room from what it does not have', { timeout: 60_000 }, () => {
  test.each([
    ['shared', 'x.ts', 'export const x = process.pid;', 'process'],
    ['shared', 'x.ts', 'export const x = document.title;', 'document'],
    ['shared', 'x.ts', "export { join } from 'node:path';", 'node:path'],
    ['electron', 'x.ts', 'export const x = document.title;', 'document'],
    ['renderer', 'x.ts', 'export const x = process.pid;', 'process'],
    ['renderer', 'x.ts', 'export const x = Buffer.alloc(1);', 'Buffer'],
    ['renderer', 'x.ts', "export { join } from 'node:path';", 'node:path'],
  ])('%s/%s: %s', async (room, file, text, missing) => {
    expect(await typeCheck(room, file, text)).toMatch(new RegExp(`error TS\\d+: Cannot find .*'${missing}'`));
  });

  test.each([
    ['shared', 'x.ts', "import { z } from 'zod';\nexport const x = z.string();"],
    ['electron', 'x.ts', "import { join } from 'node:path';\nexport const x = join(process.cwd(), 'x');"],
    ['renderer', 'x.tsx', 'export const X = () => <p>{document.title}</p>;'],
  ])('and lets %s/%s use what it has', async (room, file, text) => {
    expect(await typeCheck(room, file, text)).toBe('');
  });
});
