import { requireNode } from './require-node.mjs';

requireNode();
void import('./start-script.mjs').then(({ startScript }) => startScript(process.argv.slice(2)));
