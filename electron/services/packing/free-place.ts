import type { Database } from 'better-sqlite3';

/** The lowest place of the problem shelf where neither a held order nor a stopped box lies, from 1. */
export function freePlace(database: Database): number {
  const taken = database
    .prepare<[], { shelf: number }>(
      `SELECT shelf FROM held_order UNION SELECT shelf FROM stopped_box WHERE shelf IS NOT NULL AND found_at_ms IS NULL
       ORDER BY shelf`,
    )
    .all();
  let place = 1;
  for (const { shelf } of taken) if (shelf === place) place += 1;
  return place;
}
