import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One package whose code is in what we hand out. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** As the package says it: an SPDX id or expression; empty where it says nothing. */
  readonly licence: string;
  /** Text of its licence file; empty where it has none. */
  readonly licenceText: string;
}

/** The package a module's file belongs to; null for a file of ours. */
export function packageOfModule(file: string): ShippedPackage | null {
  const folder = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file.replace(/^\0/, ''))?.[0];
  return folder === undefined || !existsSync(join(folder, 'package.json')) ? null : readPackage(folder);
}

/** Reads a package from the folder it is installed in. */
export function readPackage(folder: string): ShippedPackage {
  const { name, version, license }: { name: string; version: string; license?: unknown } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  return { name, version, licence: typeof license === 'string' ? license : '', licenceText: licenceTextIn(folder) };
}

/** What a package of `dependencies` brings along, itself included: those ship as they are, unbundled. */
export function installedClosure(root: string, names: readonly string[]): ShippedPackage[] {
  const found = new Map<string, ShippedPackage>();
  const visit = (name: string): void => {
    const folder = join(root, 'node_modules', name);
    if (found.has(name) || !existsSync(folder)) return;
    found.set(name, readPackage(folder));
    const { dependencies = {} }: { dependencies?: Record<string, string> } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    );
    for (const needed of Object.keys(dependencies)) visit(needed);
  };
  for (const name of names) visit(name);
  return [...found.values()];
}

function licenceTextIn(folder: string): string {
  const name = readdirSync(folder).find((file) => /^(licen[cs]e|copying)([.-].*)?$/i.test(file));
  if (name === undefined) return '';
  const file = join(folder, name);
  return readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim();
}
