import { join } from 'node:path';
import { handOver } from './hand-over.mjs';
import { projectRoot } from './project-root.mjs';
import { readyNode } from './ready-node.mjs';

/**
 * `npm run -s cli -- …`: installs what is missing, then becomes the headless host. Nothing is said on stdout.
 * @param {readonly string[]} args
 */
export async function startCli(args) {
  const node = await readyNode(projectRoot, process.stderr);
  if (node === undefined) return process.exit(1);
  // npm runs a script in the project's folder; a relative file name means the folder the person stands in.
  const cwd = process.env['npm_lifecycle_event'] === 'cli' ? process.env['INIT_CWD'] : undefined;
  const host = join(projectRoot, 'electron', 'cli', 'index.ts');
  await handOver(node, [host, ...args], cwd === undefined ? {} : { cwd });
}
