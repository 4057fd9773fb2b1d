import { join } from 'node:path';
import { handOver } from './hand-over.mjs';
import { personFolder } from './person-folder.mjs';
import { projectRoot } from './project-root.mjs';
import { readyNode } from './ready-node.mjs';

/**
 * `npm run -s cli -- …`: installs what is missing, then becomes the headless host. Nothing is said on stdout.
 * @param {readonly string[]} args
 */
export async function startCli(args) {
  const node = await readyNode(projectRoot, process.stderr);
  if (node === undefined) return process.exit(1);
  const host = join(projectRoot, 'electron', 'cli', 'index.ts');
  await handOver(node, [host, ...args], personFolder('cli'));
}
