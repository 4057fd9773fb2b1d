import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFiles } from '../house/source-files.ts';

/** Packages that nothing imports, and what wants them all the same. */
const WANTED_UNSEEN: ReadonlyMap<string, string> = new Map([
  ['@biomejs/biome', 'started by npm run check'],
  ['@dispatch-desk/node-runtime', 'Node itself'],
  ['@electron/fuses', 'the list "By hand" of SECURITY.md'],
  ['@swc/core', 'reads the sources for dependency-cruiser'],
  ['oxlint-tsgolint', 'the types for oxlint'],
  ['happy-dom', 'the page tests ask for it in a comment'],
]);

/** Packages of package.json that no source file names and nothing else wants: what is not there cannot turn bad. */
export function findUnusedPackages(root: string): string[] {
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;
  const names = Object.keys({ ...own['dependencies'], ...own['devDependencies'] });
  const code = sourceFiles(root).filter(({ path }) => !path.endsWith('.md'));
  const tools = readdirSync(root).filter((file) => file.endsWith('.config.ts'));
  const text = [...code.map((file) => file.text), ...tools.map((file) => readFileSync(join(root, file), 'utf8'))].join(
    '\n',
  );
  return names
    .filter((name) => !name.startsWith('@types/') && !WANTED_UNSEEN.has(name) && !isNamed(name, text))
    .map((name) => `package.json: nothing uses ${name}`);
}

/** Between quotes, whole or with a path behind it. */
const isNamed = (name: string, text: string): boolean =>
  ["'", '"'].some((quote) => text.includes(`${quote}${name}${quote}`) || text.includes(`${quote}${name}/`));
