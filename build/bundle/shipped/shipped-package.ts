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
  const { name, version, license } = packageFileOf(folder);
  return { name, version, licence: typeof license === 'string' ? license : '', licenceText: licenceTextIn(folder) };
}

const packageFileOf = (folder: string): { name: string; version: string; license?: unknown } =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string; version: string };

function licenceTextIn(folder: string): string {
  const name = readdirSync(folder).find((file) => /^(licen[cs]e|copying)([.-].*)?$/i.test(file));
  if (name === undefined) return '';
  const file = join(folder, name);
  return readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim();
}
