import { resolve } from 'node:path';
import { checkLockfile } from './supply-chain/lockfile.ts';
import { checkShipped } from './supply-chain/shipped.ts';

/**
 * `node build/checks/supply-chain.ts lockfile|shipped [ROOT]`: what is installed (from the lockfile), and what is handed
 * out (from the list `npm run build` leaves in dist/).
 */
const [what, root = '.'] = process.argv.slice(2);
const { breaches, told } = what === 'shipped' ? checkShipped(resolve(root)) : checkLockfile(resolve(root));
for (const breach of breaches) process.stdout.write(`${breach}\n`);
process.stdout.write(`${told}\n`);
process.exitCode = breaches.length > 0 ? 1 : 0;
