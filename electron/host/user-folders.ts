import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
};

/** The machine this process runs on. */
export const thisMachine = (): Machine => ({ platform: process.platform, env: process.env, home: homedir() });

/**
 * Where the app keeps its data unless `--data` says otherwise; the same for every host, so that each of them opens the
 * same shipments. On Windows it is the local profile, which is never copied to a server.
 */
export function defaultDataDir({ platform, env, home }: Machine): string {
  if (platform === 'win32')
    return win32.join(env['LOCALAPPDATA'] ?? win32.join(home, 'AppData', 'Local'), 'Dispatch Desk');
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Dispatch Desk');
  return posix.join(absolute(env['XDG_DATA_HOME']) ?? posix.join(home, '.local', 'share'), 'dispatch-desk');
}

/** Where things may be kept that can be made again, such as compiled code. */
export function defaultCacheDir({ platform, env, home }: Machine): string {
  if (platform === 'win32') return win32.join(defaultDataDir({ platform, env, home }), 'Cache');
  if (platform === 'darwin') return posix.join(home, 'Library', 'Caches', 'Dispatch Desk');
  return posix.join(absolute(env['XDG_CACHE_HOME']) ?? posix.join(home, '.cache'), 'dispatch-desk');
}

/** The XDG standard has relative values ignored. */
const absolute = (dir: string | undefined): string | undefined =>
  dir !== undefined && posix.isAbsolute(dir) ? dir : undefined;
