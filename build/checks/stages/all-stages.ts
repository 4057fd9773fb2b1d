import { join } from 'node:path';
import { checkStage } from './check-stage.ts';
import type { Stage } from './stage.ts';
import { playwrightStage, vitestStage } from './test-stages.ts';

const node = process.execPath;
const tool = (...parts: string[]) => join('node_modules', ...parts);
const rooms = ['shared', 'electron', 'renderer', 'tests', 'build'];

/** What reads the sources and runs nothing of them. */
export const checkStages: readonly Stage[] = [
  checkStage('format', node, [tool('@biomejs', 'biome', 'bin', 'biome'), 'format']),
  checkStage('lint', node, [tool('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings', '--format=unix']),
  ...rooms.map((room) => checkStage(`types: ${room}`, node, [tool('typescript', 'bin', 'tsc'), '-p', room])),
  checkStage('boundaries', node, [join('build', 'checks', 'boundaries.ts')]),
  checkStage('house rules', node, [join('build', 'checks', 'house.ts')]),
  checkStage('lockfile', node, [join('build', 'checks', 'supply-chain.ts'), 'lockfile']),
];

/** Everything `npm test` runs, in order. */
export const testStages: readonly Stage[] = [
  ...checkStages,
  vitestStage('unit, contract, outbox, platforms', 'rooms'),
  checkStage('build', node, [join('build', 'bundle', 'bundle.ts')]),
  checkStage('shipped packages', node, [join('build', 'checks', 'supply-chain.ts'), 'shipped']),
  vitestStage('package', 'package'),
  playwrightStage('browser'),
];
