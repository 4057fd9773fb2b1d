import { requireNode } from './require-node.mjs';

requireNode();
void import('./start-app.mjs').then(({ startApp }) => startApp(process.argv.slice(2)));
