import { requireNode } from './require-node.mjs';

requireNode();
import('./start-app.mjs').then(({ startApp }) => startApp(process.argv.slice(2)));
