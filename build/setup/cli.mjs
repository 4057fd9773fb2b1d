import { requireNode } from './require-node.mjs';

requireNode();
void import('./start-cli.mjs').then(({ startCli }) => startCli(process.argv.slice(2)));
