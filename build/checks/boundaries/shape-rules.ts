import type { IForbiddenRuleType } from 'dependency-cruiser';

/** Where running starts: a program, a page, a suite or a tool's configuration. Nobody imports these. */
const entries = [
  '^electron/(main|preload|loopback|cli|training)/index\\.ts$',
  '^renderer/main\\.tsx$',
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
];
