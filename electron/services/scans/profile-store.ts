import type { Database } from 'better-sqlite3';
import { type ScannerProfile, ScannerProfileSchema } from '../../../shared/contract/scans.ts';

/** The only SQL on `scanner_profile`: what each bench's calibration found. */
export type ProfileStore = {
  readonly load: (bench: string) => ScannerProfile | null;
  readonly save: (bench: string, profile: ScannerProfile) => void;
};

/** Opens the profiles over their table. One that an older version wrote and this one cannot read counts as none. */
export function createProfileStore(database: Database): ProfileStore {
  const select = database.prepare<[string], { body: string }>('SELECT body FROM scanner_profile WHERE bench = ?');
  const upsert = database.prepare(
    'INSERT INTO scanner_profile (bench, body) VALUES (?, ?) ON CONFLICT (bench) DO UPDATE SET body = excluded.body',
  );
  return {
    load: (bench) => {
      const row = select.get(bench);
      return row === undefined ? null : (ScannerProfileSchema.safeParse(JSON.parse(row.body)).data ?? null);
    },
    save: (bench, profile) => void upsert.run(bench, JSON.stringify(profile)),
  };
}
