import type { IForbiddenRuleType } from 'dependency-cruiser';

/** Where the product starts to run. */
const productEntries = [
  '^electron/(main|preload|loopback|cli|training)/index\\.ts$',
  '^electron/services/db/check-worker\\.ts$',
  '^renderer/main\\.tsx$',
];

/** Where anything starts to run: the product, a suite, a tool's configuration. Nobody imports these. */
const entries = [
  ...productEntries,
  '^tests/.*\\.(test|spec)\\.tsx?$',
  '^tests/(bench|faults)/run\\.ts$',
  '^build/setup/(start|test|cli)\\.mjs$',
  '^build/(bundle|checks|package)/[^/]+\\.(ts|mjs)$',
  '\\.config\\.(ts|mjs)$',
  '\\.d\\.ts$',
];

/** What no import graph of ours may have, whatever the room. */
export const shapeRules: readonly IForbiddenRuleType[] = [
  {
    name: 'no-cycles',
    comment: 'Two modules that import each other are one module; types count.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-unresolvable',
    comment: 'An import names something that is there.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-orphans',
    comment: 'A module that nothing imports and that imports nothing is forgotten.',
    severity: 'error',
    from: { orphan: true, pathNot: entries },
    to: {},
  },
  {
    name: 'no-dead-modules',
    comment: 'What no program and no page leads to is not part of the product, even where a test still imports it.',
    severity: 'error',
    from: { path: productEntries },
    to: { path: '^(shared|electron|renderer)/', pathNot: ['\\.d\\.ts$', ...productEntries], reachable: false },
  },
];
