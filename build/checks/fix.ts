import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** `npm run fix`: formats everything, then applies the safe repairs of the linter. */
const tool = (...parts: string[]) => join('node_modules', ...parts);
const runs = [
  [tool('@biomejs', 'biome', 'bin', 'biome'), 'format', '--write'],
  [tool('oxlint', 'bin', 'oxlint'), '--type-aware', '--fix'],
];

for (const args of runs) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
