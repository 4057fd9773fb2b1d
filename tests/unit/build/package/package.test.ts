import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { Arch, build, Platform } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builderConfig } from '../../../../build/package/builder-config.ts';
import { writeStubElectron } from './stub-electron.ts';

const root = join(import.meta.dirname, '../../../..');
const work = mkdtempSync(join(tmpdir(), 'dispatch-desk-package-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe.each([
  { platform: 'linux' as const, target: Platform.LINUX, folder: 'linux-unpacked', program: 'dispatch-desk' },
  { platform: 'win32' as const, target: Platform.WINDOWS, folder: 'win-unpacked', program: 'dispatch-desk.exe' },
])('the $platform package', ({ platform, target, folder, program }) => {
  const output = join(work, platform);
  const resources = join(output, folder, 'resources');
  let inside: string[] = [];

  beforeAll(async () => {
    const electronVersion = installedVersion('electron');
    const config = builderConfig({ fuses: false });
    await build({
      projectDir: root,
      targets: target.createTarget('dir', Arch.x64),
      publish: 'never',
      config: {
        ...config,
        directories: { ...config.directories, output },
        electronVersion,
        electronDist: writeStubElectron(join(work, `electron-${platform}`), platform, electronVersion),
      },
    });
    inside = listPackage(join(resources, 'app.asar'), { isPack: false }).map((path) => path.replaceAll('\\', '/'));
  });

  test('starts by the name of the product', () => {
    expect(existsSync(join(output, folder, program))).toBe(true);
  });

  test('holds one native module, of its own platform, outside the archive', () => {
    const natives = [...new Set([...inside, ...filesUnder(join(resources, 'app.asar.unpacked'))])].filter((path) =>
      path.endsWith('.node'),
    );
    expect(natives).toEqual([`/node_modules/better-sqlite3/prebuilds/${platform}-x64.node`]);
    const magic = readFileSync(join(resources, 'app.asar.unpacked', natives[0]!))
      .subarray(0, 4)
      .toString('latin1');
    expect(magic.startsWith(platform === 'win32' ? 'MZ' : '\u007fELF')).toBe(true);
  });

  test('holds the three programs, the preload and the page', () => {
    expect(inside).toEqual(
      expect.arrayContaining([
        '/package.json',
        '/dist/electron/main.js',
        '/dist/electron/loopback.js',
        '/dist/electron/training.js',
        '/dist/electron/preload.cjs',
        '/dist/renderer/index.html',
      ]),
    );
  });

  test('names the built main program as its start', () => {
    const packed: unknown = JSON.parse(extractFile(join(resources, 'app.asar'), 'package.json').toString());
    expect(packed).toMatchObject({ name: 'dispatch-desk', main: 'dist/electron/main.js', type: 'module' });
  });

  test('holds no source, no test and no tool', () => {
    const tops = new Set(inside.map((path) => path.split('/')[1]));
    expect(tops).toEqual(new Set(['dist', 'node_modules', 'package.json']));
    expect(inside.filter((path) => /\.tsx?$|\.map$/.test(path) && !path.startsWith('/node_modules/'))).toEqual([]);
    const packages = new Set(inside.flatMap((path) => /^\/node_modules\/([^/]+)$/.exec(path)?.[1] ?? []));
    expect([...packages]).toEqual(['better-sqlite3']);
  });
});

test('the packed database module opens under the Node that is in Electron', () => {
  const archive = join(work, 'linux', 'linux-unpacked', 'resources', 'app.asar');
  const folder = join(work, 'extracted');
  execFileSync(process.execPath, [join(root, 'node_modules/@electron/asar/bin/asar.js'), 'extract', archive, folder]);
  const script = "console.log(new (require('better-sqlite3'))(':memory:').prepare('SELECT 1 AS one').get().one)";
  const printed = execFileSync(process.execPath, ['-e', script], { cwd: folder, encoding: 'utf8' });
  expect(printed.trim()).toBe('1');
});

function installedVersion(name: string): string {
  const file: { version: string } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
  return file.version;
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true }).map((path) => `/${String(path).replaceAll('\\', '/')}`);
}
