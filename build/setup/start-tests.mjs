import { join } from 'node:path';
import { handOver } from './hand-over.mjs';
import { projectRoot } from './project-root.mjs';
import { readyNode } from './ready-node.mjs';
import { installSystemPackages } from './system-packages.mjs';

/**
 * `npm test`: installs what is missing, also the browser and its fonts where this is Debian and the user is root, then
 * runs every stage. The last line is the count, also where nothing could be run.
 * @param {readonly string[]} args names of stages; none means all
 */
export async function startTests(args) {
  const node = await readyNode(projectRoot, process.stdout);
  if (node === undefined) return endWithoutTests();
  await installSystemPackages(['chromium', 'fonts-noto-cjk', 'xvfb', 'xauth', 'gcc', 'libc6-dev'], process.stdout);
  const runner = join(projectRoot, 'build', 'checks', 'run-tests.ts');
  await handOver(node, [runner, ...args], { cwd: projectRoot });
}

function endWithoutTests() {
  process.stdout.write('0 passed, 1 failed\n');
  process.exit(1);
}
