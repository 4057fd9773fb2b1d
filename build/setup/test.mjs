import { requireNode } from './require-node.mjs';

requireNode();
void import('./start-tests.mjs').then(({ startTests }) => startTests(process.argv.slice(2)));
