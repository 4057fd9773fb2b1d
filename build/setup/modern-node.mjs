import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The Node that runs the app: the one the lockfile brings on Linux, else the running one where it is new enough.
 * better-sqlite3 13 ends an older Node with a segmentation fault and no word, and `.ts` files need 22.18.
 * @param {string} root
 * @returns {string | undefined} path of the executable; undefined where this machine has none that is new enough
 */
export function findModernNode(root) {
  const bundled = join(root, 'node_modules', '.bin', 'node');
  if (process.platform === 'linux' && existsSync(bundled)) {
    if (realpathSync(bundled) === realpathSync(process.execPath)) return process.execPath;
    const asked = spawnSync(bundled, ['-p', 'process.versions.node'], { encoding: 'utf8' });
    if (asked.status === 0 && isModern(asked.stdout.trim())) return bundled;
  }
  return isModern(process.versions.node) ? process.execPath : undefined;
}

/**
 * @param {string} version such as 24.21.0
 * @returns {boolean} whether the version strips types by itself and loads the database module
 */
export function isModern(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}
