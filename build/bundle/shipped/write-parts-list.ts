import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { billOfMaterials } from './bill-of-materials.ts';
import { packageOfModule, readPackage, type ShippedPackage } from './shipped-package.ts';

/** Names of the two lists in dist/. */
export const PARTS_LIST = 'sbom.cdx.json';
export const LICENCES = 'licences.txt';

interface Product {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Ships unbundled: Electron's program around the app, and what package.json calls a dependency, each without its tools. */
const UNBUNDLED = ['electron'];

/**
 * Writes what is in the program into dist/: a bill of materials and every licence text. Both say the same for the same
 * sources: they carry no time and no random number.
 * @param files every module file of the bundles
 */
export function writePartsList(root: string, files: ReadonlySet<string>): void {
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Product;
  const unbundled = [...UNBUNDLED, ...Object.keys(own.dependencies ?? {})];
  const shipped = distinct([
    ...[...files].flatMap((file) => packageOfModule(file) ?? []),
    ...unbundled.map((name) => readPackage(join(root, 'node_modules', name))),
  ]);
  const dist = join(root, 'dist');
  mkdirSync(dist, { recursive: true });
  writeFileSync(join(dist, PARTS_LIST), `${billOfMaterials(own, shipped)}\n`);
  writeFileSync(join(dist, LICENCES), shipped.map(licenceEntry).join('\n'));
}

/** Each package once, in the order of names. */
function distinct(packages: readonly ShippedPackage[]): ShippedPackage[] {
  const byKey = new Map(packages.map((each) => [`${each.name}@${each.version}`, each]));
  return [...byKey.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

const RULE = '-'.repeat(80);

const licenceEntry = ({ name, version, licence, licenceText }: ShippedPackage): string =>
  `${RULE}\n${name} ${version} — ${licence}\n\n${licenceText}\n`;
