import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inBothLanguages, messages } from './messages.mjs';
import { withProgress } from './progress.mjs';
import { runQuietly } from './run-quietly.mjs';
import { sourceHash } from './source-hash.mjs';

/**
 * Builds dist/ where its sources have changed since it was built, and prints the bundler's words only if it fails.
 * @param {string} root
 * @param {string} node
 * @param {NodeJS.WriteStream} stream where progress is shown
 * @returns {Promise<boolean>} whether dist/ fits the sources
 */
export async function buildIfChanged(root, node, stream) {
  const stamp = join(root, 'dist', '.sources');
  const hash = sourceHash(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return true;
  rmSync(stamp, { force: true });
  const { code, output } = await withProgress(stream, messages.building, () =>
    runQuietly(node, [join(root, 'build', 'bundle', 'bundle.ts')], { cwd: root }),
  );
  if (code !== 0) {
    process.stderr.write(`${output}\n${inBothLanguages(messages.buildFailed)}\n`);
    return false;
  }
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}
