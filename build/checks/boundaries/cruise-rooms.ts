import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { rendererRules } from './renderer-rules.ts';
import { roomRules } from './room-rules.ts';
import { serviceRules } from './service-rules.ts';
import { shapeRules } from './shape-rules.ts';

export const boundaryRules = [...roomRules, ...serviceRules, ...rendererRules, ...shapeRules];

export interface Breach {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

export interface CruisedRooms {
  /** Modules of ours that were read; zero means that the gate read nothing and proves nothing. */
  readonly modules: number;
  readonly breaches: readonly Breach[];
}

const rooms = ['shared', 'electron', 'renderer', 'build', 'tests'];

/** Reads every module of the rooms under `root` and returns what breaks a rule. */
export async function cruiseRooms(root: string): Promise<CruisedRooms> {
  const { output } = await cruise(
    rooms.filter((room) => existsSync(join(root, room))),
    {
      baseDir: root,
      ruleSet: { forbidden: [...boundaryRules] },
      validate: true,
      // swc reads types too; TypeScript 7 has no interface that the tool knows, and without a parser it reads nothing.
      parser: 'swc',
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '(^|/)(dist|release|test-results)/' },
      detectJSDocImports: false,
      enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
    },
  );
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text instead of a result');
  return { modules: ownModules(output), breaches: breachesOf(output) };
}

function ownModules(result: ICruiseResult): number {
  return result.modules.filter(({ source }) => rooms.some((room) => source.startsWith(`${room}/`))).length;
}

function breachesOf(result: ICruiseResult): Breach[] {
  return result.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}
