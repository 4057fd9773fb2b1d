import { join } from 'node:path';
import { handOver } from './hand-over.mjs';
import { installDependencies } from './install.mjs';
import { messages } from './messages.mjs';
import { findModernNode } from './modern-node.mjs';
import { projectRoot } from './project-root.mjs';
import { sayOnStderr } from './say.mjs';

/**
 * `npm run -s cli -- …`: installs what is missing, then becomes the headless host. Nothing is said on stdout.
 * @param {readonly string[]} args
 */
export async function startCli(args) {
  if (!(await installDependencies(projectRoot, process.stderr))) return process.exit(1);
  const node = findModernNode(projectRoot);
  if (node === undefined) {
    sayOnStderr(messages.nodeTooOld(process.versions.node));
    return process.exit(1);
  }
  // npm runs a script in the project's folder; a relative file name means the folder the person stands in.
  const cwd = process.env['npm_lifecycle_event'] === 'cli' ? process.env['INIT_CWD'] : undefined;
  const host = join(projectRoot, 'electron', 'cli', 'index.ts');
  await handOver(node, [host, ...args], cwd === undefined ? {} : { cwd });
}
