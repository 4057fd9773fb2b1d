import { resolve } from 'node:path';
import { bundleAll } from './bundle-all.ts';

/** `node build/bundle/bundle.ts [ROOT]`: dist/ from the sources. */
await bundleAll(resolve(process.argv[2] ?? '.'));
