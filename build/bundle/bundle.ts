import { resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { bundleAll } from './bundle-all.ts';

/** `node build/bundle/bundle.ts [ROOT]`: dist/ from the sources. A failure is the bundler's message without a stack. */
try {
  await bundleAll(resolve(process.argv[2] ?? '.'));
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${stripVTControlCharacters(message).trimEnd()}\n`);
  process.exitCode = 1;
}
