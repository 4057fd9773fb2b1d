import { realpathSync, statfsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Names that the folders of synchronising software have, on any system. */
const SYNC_FOLDERS =
  /^(OneDrive( - .+)?|Dropbox( \(.+\))?|Google ?Drive|iCloud ?Drive|Mobile Documents|CloudStorage|Nutstore( Files)?|坚果云|BaiduSyncdisk|百度同步盘|WPSDrive|WPS云盘|SynologyDrive|Nextcloud|ownCloud|Yandex\.Disk)$/i;

/** File systems that live on another machine, by the number Linux gives them: NFS, SMB, CIFS, SMB2, AFS. */
const REMOTE_FILE_SYSTEMS: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x5346414f, 'AFS'],
]);

/**
 * What copies or shares the files of a folder, or null. Such software takes a database file away in the middle of a
 * write, and locks do not hold across a network (RELIABILITY S18).
 * @param dir absolute path; it need not exist yet
 */
export function syncedBy(dir: string, platform: NodeJS.Platform): string | null {
  return (
    byName(dir, platform) ?? byName(realPathOf(dir), platform) ?? (platform === 'linux' ? remoteFileSystem(dir) : null)
  );
}

function byName(dir: string, platform: NodeJS.Platform): string | null {
  if (platform === 'win32' && /^[\\/]{2}[^\\/?.]/.test(dir)) return dir.split(/[\\/]/)[2] ?? 'network';
  return dir.split(platform === 'win32' ? /[\\/]/ : '/').find((name) => SYNC_FOLDERS.test(name)) ?? null;
}

/** Where links lead, from the nearest folder that exists. */
function realPathOf(dir: string): string {
  try {
    return realpathSync.native(dir);
  } catch {
    return dirname(dir) === dir ? dir : join(realPathOf(dirname(dir)), basename(dir));
  }
}

/** Asks the nearest folder that exists. */
function remoteFileSystem(dir: string): string | null {
  try {
    return REMOTE_FILE_SYSTEMS.get(statfsSync(dir).type) ?? null;
  } catch {
    return dirname(dir) === dir ? null : remoteFileSystem(dirname(dir));
  }
}
