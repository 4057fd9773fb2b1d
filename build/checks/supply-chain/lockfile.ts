import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findUnusedPackages } from './unused.ts';

export interface SupplyReport {
  readonly breaches: readonly string[];
  /** One line of figures. */
  readonly told: string;
}

interface PackageFile {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly allowScripts?: Readonly<Record<string, boolean>>;
}

interface Locked {
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}

/** Packages whose install script was read and may run; each needs a line in DECISIONS.md. */
const REVIEWED_SCRIPTS: ReadonlySet<string> = new Set();

/**
 * What `.npmrc` holds so that npm itself keeps the rules, whoever installs. A lowest age is not among them: npm applies it
 * to locked versions as well, and a clean checkout of a young lockfile could not be installed.
 */
const NPM_SETTINGS = ['ignore-scripts=true'];

/**
 * The lockfile against the house rules (RELIABILITY S36): versions are exact, every package is known by its hash,
 * no install script runs unless it was reviewed, and nothing is installed that nothing uses.
 */
export function checkLockfile(root: string): SupplyReport {
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as PackageFile;
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const settings = readFileSync(join(root, '.npmrc'), 'utf8').split('\n');
  const locked = Object.entries(packages).filter(([path, { link }]) => path.includes('node_modules/') && !link);
  const scripted = new Set(locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path)));
  return {
    breaches: [
      ...looseVersions({ ...own.dependencies, ...own.devDependencies }),
      ...locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => `${path}: no hash`),
      ...scriptBreaches(scripted, own.allowScripts ?? {}),
      ...findUnusedPackages(root),
      ...NPM_SETTINGS.filter((line) => !settings.includes(line)).map((line) => `.npmrc lacks ${line}`),
    ],
    told: `${locked.length} locked packages, ${scripted.size} with an install script, ${REVIEWED_SCRIPTS.size} allowed to run`,
  };
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

const looseVersions = (wanted: Readonly<Record<string, string>>): string[] =>
  Object.entries(wanted)
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$|^file:build\//.test(version))
    .map(([name, version]) => `package.json: ${name} ${version} is not one version`);

function scriptBreaches(scripted: ReadonlySet<string>, allowed: Readonly<Record<string, boolean>>): string[] {
  return [
    ...[...scripted].filter((name) => !(name in allowed)).map((name) => `allowScripts does not name ${name}`),
    ...Object.entries(allowed)
      .filter(([name, runs]) => runs && !REVIEWED_SCRIPTS.has(name))
      .map(([name]) => `the install script of ${name} was never reviewed`),
  ];
}
