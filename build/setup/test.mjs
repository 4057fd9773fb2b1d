import { requireNode } from './require-node.mjs';

requireNode();
import('./start-tests.mjs').then(({ startTests }) => startTests(process.argv.slice(2)));
