import type { IForbiddenRuleType } from 'dependency-cruiser';
import { allowOnly, electronPackage, nodeBuiltIn } from './allow-only.ts';

const hostSeams = [
  '^shared/',
  '^electron/host/',
  '^electron/services/(backend|ports)\\.ts$',
  '^electron/services/web/',
];

/** The table of ARCHITECTURE.md section 3: one row, one or more rules. */
export const roomRules: readonly IForbiddenRuleType[] = [
  allowOnly('shared-is-a-leaf', 'shared imports no other room.', '^shared/', ['^shared/']),
  {
    name: 'shared-has-no-node',
    comment: 'shared runs in a page too.',
    severity: 'error',
    from: { path: '^shared/' },
    to: nodeBuiltIn,
  },
  {
    name: 'shared-has-two-packages',
    comment: 'zod and lossless-json are its only packages.',
    severity: 'error',
    from: { path: '^shared/' },
    to: { path: 'node_modules/', pathNot: 'node_modules/(zod|lossless-json)/' },
  },
  {
    name: 'electron-only-in-its-host',
    comment: 'Requiring the package outside Electron downloads its binary and throws; tests may name its types.',
    severity: 'error',
    from: { pathNot: '^(electron/(main|preload)|tests)/|^node_modules/' },
    to: { path: electronPackage },
  },
  {
    name: 'electron-value-in-main-index-only',
    comment: 'Adapters take what they need of Electron as arguments, so that plain Node can test them.',
    severity: 'error',
    from: { path: '^(electron/main|tests)/', pathNot: '^electron/main/index\\.ts$' },
    to: { path: electronPackage, dependencyTypesNot: ['type-only'] },
  },
  allowOnly('host-parts-use-the-seams', 'What the hosts share is no service.', '^electron/host/', hostSeams),
  allowOnly('host-parts-know-no-door', 'What doors share knows the seams and no door.', '^electron/host/', hostSeams),
  allowOnly('main-uses-the-seams', 'main is a thin door.', '^electron/main/', [...hostSeams, '^electron/main/']),
  allowOnly('loopback-uses-the-seams', 'loopback is a thin door.', '^electron/loopback/', [
    ...hostSeams,
    '^electron/loopback/',
  ]),
  allowOnly('cli-uses-the-seams', 'cli is a thin door.', '^electron/cli/', [...hostSeams, '^electron/cli/']),
  allowOnly('preload-is-alone', 'The preload holds the bridge and nothing else.', '^electron/preload/', [
    '^shared/',
    '^electron/preload/',
  ]),
  {
    name: 'preload-takes-types-from-shared',
    comment:
      'A value from shared brings zod, and the preload grows by 150 KB; only the names of the channels are free of it.',
    severity: 'error',
    from: { path: '^electron/preload/' },
    to: { path: '^shared/', pathNot: '^shared/channels\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'channels-bring-nothing',
    comment: 'The preload bundles this file whole.',
    severity: 'error',
    from: { path: '^shared/channels\\.ts$' },
    to: { dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'preload-has-no-node',
    comment: 'A sandboxed preload has none.',
    severity: 'error',
    from: { path: '^electron/preload/' },
    to: nodeBuiltIn,
  },
  allowOnly(
    'training-imitates-from-outside',
    'The imitated platforms share no code with the app.',
    '^electron/training/',
    ['^shared/', '^electron/training/'],
  ),
  allowOnly('renderer-is-a-page', 'The page knows the contract and nothing of the backend.', '^renderer/', [
    '^shared/',
    '^renderer/',
  ]),
  {
    name: 'renderer-has-no-node',
    comment: 'A page has no Node.',
    severity: 'error',
    from: { path: '^renderer/' },
    to: nodeBuiltIn,
  },
  {
    name: 'product-never-imports-tests-or-build',
    comment: 'What is shipped depends on nothing that is not.',
    severity: 'error',
    from: { path: '^(shared|electron|renderer)/' },
    to: { path: '^(tests|build)/' },
  },
];
