import { join } from 'node:path';
import { handOver } from './hand-over.mjs';
import { projectRoot } from './project-root.mjs';
import { readyNode } from './ready-node.mjs';

/**
 * `node build/setup/run.mjs SCRIPT …`: installs what is missing, then becomes that script under the app's Node.
 * @param {readonly string[]} args a file relative to the project's folder, then what it is handed
 */
export async function startScript([script = '', ...args]) {
  const node = await readyNode(projectRoot, process.stderr);
  if (node === undefined) return process.exit(1);
  await handOver(node, [join(projectRoot, script), ...args], { cwd: projectRoot });
}
