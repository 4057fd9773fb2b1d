import { installDependencies } from './install.mjs';
import { messages } from './messages.mjs';
import { findModernNode } from './modern-node.mjs';
import { sayOnStderr } from './say.mjs';

/**
 * Installs what is missing and finds the Node that runs the app; where either cannot be had, one sentence is said.
 * @param {string} root
 * @param {NodeJS.WriteStream} stream where progress is shown
 * @returns {Promise<string | undefined>} path of the executable
 */
export async function readyNode(root, stream) {
  if (!(await installDependencies(root, stream))) return undefined;
  const node = findModernNode(root);
  if (node === undefined) sayOnStderr(messages.nodeTooOld(process.versions.node));
  return node;
}
