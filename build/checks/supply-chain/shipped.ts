import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LICENCES, PARTS_LIST } from '../../bundle/shipped/write-parts-list.ts';
import type { SupplyReport } from './lockfile.ts';

/** RELIABILITY S36. Electron is the ground the app stands on and is not counted. */
const MOST_PACKAGES = 40;

/** Licences that let a closed or an open program be handed out with nothing but their text. */
const ALLOWED_LICENCES: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
]);

interface Part {
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  readonly licenses?: readonly { readonly license?: { readonly id?: string }; readonly expression?: string }[];
}

/** What is in dist/ by its bill of materials: how many packages, and under which licences. */
export function checkShipped(root: string): SupplyReport {
  const file = join(root, 'dist', PARTS_LIST);
  if (!existsSync(file)) return { breaches: [`dist/${PARTS_LIST} is missing: npm run build`], told: 'nothing built' };
  const parts = shippedParts(root);
  const counted = parts.filter(({ name }) => name !== 'electron').length;
  const texts = readFileSync(join(root, 'dist', LICENCES), 'utf8');
  return {
    breaches: [
      ...(counted === 0 ? ['no package was found, which proves nothing'] : []),
      ...(counted > MOST_PACKAGES ? [`${counted} packages are handed out, at most ${MOST_PACKAGES}`] : []),
      ...parts
        .filter((part) => !isAllowed(part))
        .map((part) => `${nameOf(part)}: licence ${licenceOf(part) || 'unknown'}`),
      ...parts
        .filter((part) => !texts.includes(`${nameOf(part)} ${part.version} `))
        .map((part) => `${nameOf(part)} is not in dist/${LICENCES}`),
    ],
    told: `${counted} packages and Electron are handed out, under ${new Set(parts.map(licenceOf)).size} licences`,
  };
}

/** Every package that is handed out, Electron included. */
export function shippedParts(root: string): readonly Part[] {
  const file = join(root, 'dist', PARTS_LIST);
  return (JSON.parse(readFileSync(file, 'utf8')) as { components: Part[] }).components;
}

export const nameOf = ({ group, name }: Part): string => (group === undefined ? name : `${group}/${name}`);

const licenceOf = ({ licenses = [] }: Part): string =>
  licenses.map(({ license, expression }) => license?.id ?? expression ?? '').join(' AND ');

/** Of alternatives one is enough; what comes together is allowed together. */
const isAllowed = (part: Part): boolean =>
  licenceOf(part)
    .replace(/[()]/g, '')
    .split(' AND ')
    .every((each) => each.split(' OR ').some((id) => ALLOWED_LICENCES.has(id.trim())));
