import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sourceHash } from '../../../build/setup/source-hash.mjs';
import { plantTree } from './plant-tree.ts';

const setup = join(import.meta.dirname, '../../../build/setup');
const sayHost = "console.log('host', process.argv.slice(2).join(' '), process.env.DISPATCH_DESK_BROWSER ?? 'none');";

/** A project whose dependencies are installed and whose dist/ is built, with programs that say how they were started. */
function readyProject(programs: Record<string, string> = {}): string {
  const root = plantTree({
    'package.json': '{"type":"module"}',
    'package-lock.json': '{"packages":{}}',
    'tsconfig.json': '{}',
    'node_modules/.package-lock.json': '{"packages":{}}',
    'node_modules/.cache/dispatch-desk/electron-fetch.json': JSON.stringify({ failedAtMs: Date.now() - 1000 }),
    'shared/a.ts': '',
    'renderer/a.ts': '',
    'build/bundle/bundle.ts': "console.log('cannot build'); process.exit(1);",
    'electron/cli/index.ts':
      "console.log('cli', process.argv.slice(2).join(' '), process.cwd()); process.exitCode = 3;",
    'dist/electron/loopback.js': sayHost,
    'bin/chromium': '',
    ...programs,
  });
  cpSync(setup, join(root, 'build/setup'), { recursive: true });
  writeFileSync(join(root, 'dist/.sources'), sourceHash(root));
  return root;
}

function run(root: string, program: string, args: readonly string[], env: Record<string, string> = {}) {
  return spawnSync(process.execPath, [join(root, 'build/setup', program), ...args], {
    encoding: 'utf8',
    cwd: root,
    env: { PATH: '/usr/bin:/bin', DISPLAY: ':99', DISPATCH_DESK_BROWSER: join(root, 'bin/chromium'), ...env },
  });
}

function plantElectron(root: string, script: string): string {
  writeFileSync(join(root, 'bin/electron'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(root, 'bin/electron'), 0o755);
  return join(root, 'bin');
}

describe('npm start', () => {
  test('runs Electron on the project where the binary is there, and passes its exit code on', () => {
    const root = readyProject();
    const folder = plantElectron(root, 'echo "electron $*"; exit 7');
    const { status, stdout } = run(root, 'start.mjs', ['--data', 'x'], { ELECTRON_OVERRIDE_DIST_PATH: folder });
    expect(stdout).toMatch(new RegExp(`^electron (--no-sandbox )?${root} --data x\n$`));
    expect(status).toBe(7);
  });

  test('says in one sentence that Electron is missing and starts the loopback host with the browser', () => {
    const root = readyProject();
    const { status, stdout } = run(root, 'start.mjs', ['--data', 'x']);
    expect(stdout).toMatch(
      /^未能取得 Electron.* · Electron could not be fetched.*\nhost --data x .*\/bin\/chromium\n$/,
    );
    expect(status).toBe(0);
  });

  test('starts the loopback host where Electron lacks a system library', () => {
    const root = readyProject();
    const folder = plantElectron(root, 'exit 127');
    const { stdout } = run(root, 'start.mjs', [], { ELECTRON_OVERRIDE_DIST_PATH: folder });
    expect(stdout).toMatch(/Electron does not start on this machine.*\nhost /);
  });

  test('asks for the printed link where there is no display', () => {
    const { stdout } = run(readyProject(), 'start.mjs', [], { DISPLAY: '' });
    expect(stdout).toMatch(/There is no display.*\nhost --no-open /);
  });

  test('gives a machine without a locale one that can name files in Chinese', () => {
    const root = readyProject({ 'dist/electron/loopback.js': 'console.log(process.env.LANG)' });
    expect(run(root, 'start.mjs', []).stdout).toContain('\nC.UTF-8\n');
    expect(run(root, 'start.mjs', [], { LANG: 'zh_CN.UTF-8' }).stdout).toContain('\nzh_CN.UTF-8\n');
  });

  test('shows what the bundler said where the build fails, and starts nothing', () => {
    const root = readyProject();
    writeFileSync(join(root, 'shared/a.ts'), 'changed');
    const { status, stdout, stderr } = run(root, 'start.mjs', []);
    expect(status).toBe(1);
    expect(stderr).toMatch(/cannot build\n+构建失败 · The build failed\n$/);
    expect(stdout).not.toContain('host');
  });

  test('shows what npm said where the dependencies cannot be installed', () => {
    const root = readyProject();
    writeFileSync(join(root, 'package-lock.json'), '{');
    const { status, stderr } = run(root, 'start.mjs', []);
    expect(status).toBe(1);
    expect(stderr).toContain('The dependencies could not be installed');
  });

  test('a stop signal reaches the host itself', async () => {
    const waiting =
      "process.on('SIGTERM', () => { console.log('closed'); process.exit(0); }); setInterval(() => {}, 1000); console.log('up');";
    const root = readyProject({ 'dist/electron/loopback.js': waiting });
    const child = spawn(process.execPath, [join(root, 'build/setup/start.mjs')], {
      env: { PATH: '/usr/bin:/bin', DISPLAY: ':99', DISPATCH_DESK_BROWSER: join(root, 'bin/chromium') },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes('up')) child.kill('SIGTERM');
    });
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
    expect(printed).toContain('closed');
  });
});

describe('npm run cli', () => {
  test('prints only what the command line host prints and keeps its exit code', () => {
    const root = readyProject();
    const { status, stdout, stderr } = run(root, 'cli.mjs', ['outbox', 'list', '--json']);
    expect(stdout).toBe(`cli outbox list --json ${root}\n`);
    expect(stderr).toBe('');
    expect(status).toBe(3);
  });

  test('reads file names from the folder the person stands in', () => {
    const root = readyProject();
    const env = { npm_lifecycle_event: 'cli', INIT_CWD: join(root, 'bin') };
    expect(run(root, 'cli.mjs', ['backup', 'b.db'], env).stdout).toBe(`cli backup b.db ${join(root, 'bin')}\n`);
  });
});

describe('npm test', () => {
  test('closes with the count also where nothing could be installed', () => {
    const root = readyProject();
    writeFileSync(join(root, 'package-lock.json'), '{');
    const { status, stdout } = run(root, 'test.mjs', []);
    expect(status).toBe(1);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('0 passed, 1 failed');
  });
});
