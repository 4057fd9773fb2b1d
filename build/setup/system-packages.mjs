import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { inBothLanguages, messages } from './messages.mjs';
import { withProgress } from './progress.mjs';
import { runQuietly } from './run-quietly.mjs';

/**
 * Installs the Debian packages that are missing, where this is Debian and the user is root; elsewhere it does nothing.
 * A failure is said but is not an end: what needs the package finds out by itself.
 * @param {readonly string[]} names
 * @param {NodeJS.WriteStream} stream where progress is shown
 * @param {boolean} [allowed]
 * @returns {Promise<void>}
 */
export async function installSystemPackages(names, stream, allowed = isDebianRoot()) {
  if (!allowed) return;
  const missing = names.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const message = messages.systemPackages;
  const named = { zh: `${message.zh} ${missing.join('、')}`, en: `${message.en} ${missing.join(', ')}` };
  const { code, output } = await withProgress(stream, named, async () => {
    await runQuietly('apt-get', ['update'], { env });
    return runQuietly('apt-get', ['install', '-y', '--no-install-recommends', ...missing], { env });
  });
  if (code !== 0) process.stderr.write(`${output}\n${inBothLanguages(messages.systemPackagesFailed)}\n`);
}

/** @returns {boolean} */
function isDebianRoot() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** @param {string} name */
function isInstalled(name) {
  const asked = spawnSync('dpkg-query', ['-W', '-f', '${Status}', name], { encoding: 'utf8' });
  return asked.status === 0 && asked.stdout === 'install ok installed';
}
