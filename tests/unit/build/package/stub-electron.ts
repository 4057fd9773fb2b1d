import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * A folder with the shape of an unpacked Electron, so that packing is checked where the real one cannot be fetched.
 * The Windows program is a real executable with version information, because the packer edits its resources.
 */
export function writeStubElectron(folder: string, platform: 'linux' | 'win32', version: string): string {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'), { recursive: true });
  for (const name of [
    'LICENSE',
    'LICENSES.chromium.html',
    'resources.pak',
    'icudtl.dat',
    'locales/en-US.pak',
    'locales/zh-CN.pak',
  ]) {
    writeFileSync(join(folder, name), '');
  }
  writeFileSync(join(folder, 'version'), version);
  if (platform === 'win32') {
    copyFileSync(windowsProgram(), join(folder, 'electron.exe'));
  } else {
    for (const name of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']) {
      writeFileSync(join(folder, name), '#!/bin/sh\n');
      chmodSync(join(folder, name), 0o755);
    }
  }
  return folder;
}

function windowsProgram(): string {
  const installer = createRequire(import.meta.url).resolve('electron-winstaller/package.json');
  return join(dirname(installer), 'vendor', '7z-x64.exe');
}
