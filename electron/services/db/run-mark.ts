import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Stands in a data folder while its database is open; after a clean end it is gone, and so is the write-ahead log. */
const OPEN_MARK = 'open';

/** To be called once the first commit of a run is on the disk: from then on the write-ahead log must be there. */
export const markOpen = (dataDir: string): void => writeFileSync(join(dataDir, OPEN_MARK), '', { mode: 0o600 });

/** To be called once the database is closed. */
export const markClosed = (dataDir: string): void => rmSync(join(dataDir, OPEN_MARK), { force: true });

/** True when the last run did not end by itself. */
export const endedUncleanly = (dataDir: string): boolean => existsSync(join(dataDir, OPEN_MARK));

/** Stands in a data folder whose full check failed: the next start looks at the whole file before it is used. */
const SUSPECT_MARK = 'suspect';
export const markSuspect = (dataDir: string): void => writeFileSync(join(dataDir, SUSPECT_MARK), '', { mode: 0o600 });
export const isSuspect = (dataDir: string): boolean => existsSync(join(dataDir, SUSPECT_MARK));
export const clearSuspect = (dataDir: string): void => rmSync(join(dataDir, SUSPECT_MARK), { force: true });
