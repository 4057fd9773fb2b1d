import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { DATABASE_FILE } from '../../../electron/services/db/open.ts';

/** What happens to the files of a desk. `crashed` desks still have their write-ahead log. */
export type DamageKind = {
  readonly name: string;
  readonly desk: 'closed' | 'crashed';
  readonly strike: (dataDir: string, random: () => number) => void;
};

const main = (dataDir: string): string => join(dataDir, DATABASE_FILE);
const wal = (dataDir: string): string => `${main(dataDir)}-wal`;

function flip(file: string, random: () => number): void {
  const bytes = readFileSync(file);
  const count = 1 + Math.floor(random() * 16);
  for (let n = 0; n < count; n += 1) {
    const at = Math.floor(random() * bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 + Math.floor(random() * 255));
  }
  writeFileSync(file, bytes);
}

const cutShort = (file: string, random: () => number): void =>
  truncateSync(file, 1 + Math.floor(random() * (readFileSync(file).length - 1)));

/** A stretch of a failing disk: some pages read back as noise. */
function spoilPages(file: string, random: () => number): void {
  const bytes = readFileSync(file);
  const page = Math.floor(random() * (bytes.length / 4096));
  for (let at = page * 4096; at < Math.min(bytes.length, (page + 2) * 4096); at += 1) bytes[at] = random() * 256;
  writeFileSync(file, bytes);
}

function foreign(dataDir: string, random: () => number): void {
  if (random() < 0.4) return writeFileSync(main(dataDir), 'order,waybill\n1,ZT1\n'.repeat(200));
  rmSync(main(dataDir));
  const other = new SqliteDatabase(main(dataDir));
  other.exec('CREATE TABLE notes (text TEXT); INSERT INTO notes VALUES (1)');
  if (random() < 0.5) other.pragma('user_version = 2');
  other.close();
}

/** Each way a file was damaged in RELIABILITY X12. */
export const damageKinds: readonly DamageKind[] = [
  { name: 'flipped bytes', desk: 'closed', strike: (dir, random) => flip(main(dir), random) },
  { name: 'spoilt pages', desk: 'closed', strike: (dir, random) => spoilPages(main(dir), random) },
  { name: 'cut short', desk: 'closed', strike: (dir, random) => cutShort(main(dir), random) },
  { name: 'zero length', desk: 'closed', strike: (dir) => truncateSync(main(dir), 0) },
  { name: 'gone', desk: 'closed', strike: (dir) => rmSync(main(dir)) },
  { name: 'foreign file', desk: 'closed', strike: foreign },
  { name: 'flipped bytes, log left', desk: 'crashed', strike: (dir, random) => flip(main(dir), random) },
  {
    name: 'garbage log',
    desk: 'crashed',
    strike: (dir, random) => writeFileSync(wal(dir), Buffer.from(readFileSync(wal(dir)).map(() => random() * 256))),
  },
  { name: 'flipped log', desk: 'crashed', strike: (dir, random) => flip(wal(dir), random) },
  { name: 'log gone', desk: 'crashed', strike: (dir) => existsSync(wal(dir)) && rmSync(wal(dir)) },
];
