import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { plantTree } from './plant-tree.ts';

const module = pathToFileURL(join(import.meta.dirname, '../../../build/setup/system-packages.mjs')).href;

/** A Debian on which fonts-noto-cjk is installed; its apt-get writes down what it is asked for. */
function plantDebian(aptEndsWith: number): string {
  const root = plantTree({
    'bin/dpkg-query': '#!/bin/sh\n[ "$4" = fonts-noto-cjk ] && printf "install ok installed" || exit 1\n',
    'bin/apt-get': `#!/bin/sh\necho "$DEBIAN_FRONTEND $*" >> "$ASKED"\necho "apt says so"\nexit ${aptEndsWith}\n`,
  });
  for (const name of ['dpkg-query', 'apt-get']) chmodSync(join(root, 'bin', name), 0o755);
  return root;
}

function install(root: string, names: readonly string[], allowed: boolean) {
  const call = `installSystemPackages(${JSON.stringify(names)}, process.stdout, ${allowed})`;
  const script = `import(${JSON.stringify(module)}).then(({ installSystemPackages }) => ${call});`;
  const env = { PATH: `${join(root, 'bin')}:/usr/bin:/bin`, ASKED: join(root, 'asked') };
  const { status, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8', env });
  const asked = existsSync(env.ASKED) ? readFileSync(env.ASKED, 'utf8') : '';
  return { status, stderr, asked };
}

test('only what is missing is installed, without a question', () => {
  const { status, asked, stderr } = install(plantDebian(0), ['chromium', 'fonts-noto-cjk', 'xvfb'], true);
  expect(asked).toBe('noninteractive update\nnoninteractive install -y --no-install-recommends chromium xvfb\n');
  expect([status, stderr]).toEqual([0, '']);
});

test('nothing is asked for where everything is there', () => {
  expect(install(plantDebian(0), ['fonts-noto-cjk'], true).asked).toBe('');
});

test('nothing is touched where this is not Debian or the user is not root', () => {
  expect(install(plantDebian(0), ['chromium'], false).asked).toBe('');
});

test('a failure is shown and is not an end', () => {
  const { status, stderr } = install(plantDebian(100), ['chromium'], true);
  expect(stderr).toMatch(/apt says so\n+系统软件包安装失败 · The system packages could not be installed\n$/);
  expect(status).toBe(0);
});
