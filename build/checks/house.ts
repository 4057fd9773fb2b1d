import { resolve } from 'node:path';
import { findBannedText } from './house/banned-text.ts';
import { findBadNames } from './house/file-names.ts';
import { findGuardedText } from './house/guarded-text.ts';
import { findMissingReadmes } from './house/readmes.ts';
import { measureSizes } from './house/size-budget.ts';
import { sourceFiles } from './house/source-files.ts';

/** `node build/checks/house.ts [ROOT]`: sizes, names, banned and guarded text, and the README of every second-level folder. */
const root = resolve(process.argv[2] ?? '.');
const files = sourceFiles(root);
const sizes = measureSizes(files);
const breaches = [
  ...sizes.breaches,
  ...findBadNames(files),
  ...findBannedText(files),
  ...findGuardedText(files),
  ...findMissingReadmes(root),
];

for (const breach of breaches) process.stdout.write(`${breach}\n`);
process.stdout.write(`${sizes.files} files, median ${sizes.median} lines, 90% under ${sizes.p90 + 1}\n`);
process.exitCode = breaches.length > 0 || sizes.files === 0 ? 1 : 0;
