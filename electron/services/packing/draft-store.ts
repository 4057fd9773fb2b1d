import type { Database } from 'better-sqlite3';
import { emptySession, type Session, SessionSchema } from './session.ts';

/** The only SQL on `packing_draft`: what lies on a bench survives a crash. */
export type DraftStore = {
  readonly load: (bench: string) => Session;
  readonly save: (bench: string, session: Session, nowMs: number) => void;
};

/** Opens the drafts over their table. A draft an older version wrote and this one cannot read starts an empty bench. */
export function createDraftStore(database: Database): DraftStore {
  const select = database.prepare<[string], { body: string }>('SELECT body FROM packing_draft WHERE bench = ?');
  const upsert = database.prepare(
    'INSERT INTO packing_draft (bench, body, updated_at_ms) VALUES (?, ?, ?) ON CONFLICT (bench) DO UPDATE SET body = excluded.body, updated_at_ms = excluded.updated_at_ms',
  );
  return {
    load: (bench) => {
      const row = select.get(bench);
      const parsed = row === undefined ? null : SessionSchema.safeParse(JSON.parse(row.body));
      return parsed?.success === true ? parsed.data : emptySession();
    },
    save: (bench, session, nowMs) => {
      upsert.run(bench, JSON.stringify(session), nowMs);
    },
  };
}
