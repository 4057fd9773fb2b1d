import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const folders = ['shared', 'electron', 'renderer', 'build/bundle'];
const files = ['package.json', 'package-lock.json', 'tsconfig.json'];

/**
 * One hash over everything the bundle is made from: paths and contents, so that a touched file alone rebuilds nothing.
 * @param {string} root
 * @returns {string} SHA-256 in hex
 */
export function sourceHash(root) {
  const hash = createHash('sha256');
  for (const path of [...files, ...folders.flatMap((folder) => filesUnder(root, folder))]) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]} paths relative to root, sorted; documents are not part of a bundle
 */
function filesUnder(root, folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .map((path) => join(folder, String(path)))
    .filter((path) => !path.endsWith('.md') && statSync(join(root, path)).isFile())
    .sort();
}
