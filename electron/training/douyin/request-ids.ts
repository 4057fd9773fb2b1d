import type { Ledger } from '../book/ledger.ts';
import { readItems } from './add.ts';
import type { RequestIds } from './add-pack.ts';
import { PackItemSchema } from './schemas.ts';

/** The `request_id`s that took effect, those of earlier runs out of the ledger, so that a restart forgets none. */
export function requestIdsOf(ledger: Ledger, path: string): RequestIds {
  const known = new Set<string>();
  const entries = ledger.read();
  const applied = new Set(
    entries.flatMap((entry) => (entry.kind === 'applied' ? [`${entry.request} ${entry.orderId}`] : [])),
  );
  for (const entry of entries) {
    if (entry.kind !== 'request' || entry.path !== path) continue;
    const items = readItems(new Map(new URLSearchParams(entry.body ?? '')), PackItemSchema) ?? [];
    for (const item of items) if (applied.has(`${entry.request} ${item.order_id}`)) known.add(item.request_id);
  }
  return { has: (id) => known.has(id), add: (id) => void known.add(id) };
}
