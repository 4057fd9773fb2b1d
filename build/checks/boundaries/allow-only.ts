import type { IRegularForbiddenRuleType } from 'dependency-cruiser';

/**
 * A rule that lets the modules under `from` import nothing of ours but what `to` names; packages and Node's own modules
 * are other rules' matter. `$1` in `to` is the first group that `from` matched.
 */
export function allowOnly(
  name: string,
  comment: string,
  from: string,
  to: readonly string[],
): IRegularForbiddenRuleType {
  return { name, comment, severity: 'error', from: { path: from }, to: { path: ours, pathNot: [...to] } };
}

/** The same for values alone: a type may be named, because what one module hands to another has to be described. */
export function allowOnlyValues(...rule: Parameters<typeof allowOnly>): IRegularForbiddenRuleType {
  const allowed = allowOnly(...rule);
  return { ...allowed, to: { ...allowed.to, dependencyTypesNot: ['type-only'] } };
}

/** Every folder of the project that holds code. */
const ours = '^(shared|electron|renderer|build|tests)/';

/** Node's own modules, named with or without `node:`. */
export const nodeBuiltIn = { dependencyTypes: ['core' as const] };

/** The `electron` package, by name and by the file it resolves to. */
export const electronPackage = '(^|/)node_modules/electron/|^electron$';
