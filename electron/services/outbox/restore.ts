import { applyEvent } from './apply.ts';
import type { OutboxCore } from './core.ts';
import type { JournalEntry } from './journal/journal-entry.ts';
import { readJournal } from './journal/read-journal.ts';
import { newStatus, restoredStatus } from './machine/op-status.ts';
import type { ShopRecord } from '../shops/shop-store.ts';
import { laneOf, type StoredOp } from './store/op-row.ts';
import { parsePayload, readPayload } from './store/payload.ts';
import { payloadCarrierCode, payloadWaybill } from '../../../shared/domain/shipment.ts';

/**
 * What re-entering came to. `unplaced` are the waybills (else the ids) of entries that name a shop this data folder does
 * not have, or fit nowhere.
 */
export type Reentered = {
  readonly inDoubt: number;
  readonly fromJournal: number;
  readonly unplaced: readonly string[];
};

/** The shop of a journal entry, as far as the entry tells. */
export type LostShop = Pick<ShopRecord, 'id' | 'name' | 'platform' | 'training'>;

/** Makes a shop again that the database has lost; null where it cannot be made. */
export type RemakeShop = (shop: LostShop) => ShopRecord | null;

/**
 * After a backup was put in place of the database (I-12) or a new one was started beside an old journal (I-11): every
 * open op is in doubt and looked up before anything is sent, and what only the journal knows comes back the same way.
 * What the journal says was withdrawn stays withdrawn. A shop that is lost is made again, without its credentials.
 */
export function reenterAfterRestore(core: OutboxCore, remakeShop: RemakeShop): Reentered {
  const entries: JournalEntry[] = [];
  const withdrawn = new Set<string>();
  for (const line of readJournal(core.journalFile)) {
    if (line.kind === 'withdrawn') withdrawn.add(line.id);
    if (line.kind === 'entry' && core.reader.byId(line.entry.id) === null) entries.push(line.entry);
  }
  return core.store.transaction(() => {
    const inDoubt = doubtEverythingOpen(core, withdrawn);
    const unplaced = entries.filter(
      (entry) => !reenter(core, entry, { withdrawn: withdrawn.has(entry.id), remakeShop }),
    );
    return { inDoubt, fromJournal: entries.length - unplaced.length, unplaced: unplaced.map(nameOf) };
  });
}

function doubtEverythingOpen(core: OutboxCore, withdrawn: ReadonlySet<string>): number {
  let count = 0;
  for (let seq = 0; ; ) {
    const ops = core.reader.after(seq, 500);
    for (const op of ops) if (doubt(core, op, withdrawn.has(op.id))) count += 1;
    const last = ops.at(-1);
    if (last === undefined) return count;
    seq = last.seq;
  }
}

function doubt(core: OutboxCore, op: StoredOp, withdrawn: boolean): boolean {
  if (withdrawn && withdraw(core, op)) return false;
  return applyEvent(core, op, { type: 'restored', atMs: core.clock.now() }).moved;
}

/**
 * What the people decided about a package that was open when the backup was made, in its order: only what was found not
 * to be shipped can be withdrawn. Decisions its state does not ask for are passed over.
 */
const DECIDED_SINCE = ['returned-to-doubt', 'refused-by-person', 'cancelled'] as const;

function withdraw(core: OutboxCore, op: StoredOp): boolean {
  const cause = { actor: 'system', detail: { journal: 'withdrawn' } };
  let now = op;
  for (const type of DECIDED_SINCE) now = applyEvent(core, now, { type, atMs: core.clock.now() }, cause).op;
  return now.status.state === 'cancelled';
}

/** What a person finds the box by. */
function nameOf({ id, payloadText }: JournalEntry): string {
  const payload = parsePayload(payloadText);
  return (payload === null ? '' : payloadWaybill(payload)) || id;
}

type Reentry = { readonly withdrawn: boolean; readonly remakeShop: RemakeShop };

function reenter(core: OutboxCore, entry: JournalEntry, { withdrawn, remakeShop }: Reentry): boolean {
  const shop = shopOf(core, entry) ?? remakeShop(lostShop(entry));
  const payload = parsePayload(entry.payloadText);
  if (shop === null || shop.platform !== entry.platform || payload === null) return false;
  const { orderId, kind, items } = payload;
  const atMs = core.clock.now();
  const op = {
    id: entry.id,
    shopId: shop.id,
    platform: entry.platform,
    orderId,
    kind,
    packageKey: entry.packageKey,
    lane: laneOf(shop.id, orderId),
    resendClass: entry.resendClass,
    payloadText: entry.payloadText,
    payloadSha256: entry.sha256,
    carrierCode: payloadCarrierCode(payload),
    carrierName: entry.carrierName,
    waybill: payloadWaybill(payload),
    pieces: items.reduce((sum, item) => sum + item.quantity, 0),
    supersedes: entry.supersedes !== null && core.reader.byId(entry.supersedes) !== null ? entry.supersedes : null,
    createdAtMs: Date.parse(entry.at),
    createdBy: entry.operator,
    status: withdrawn ? newStatus(atMs) : restoredStatus(atMs, core.policyOf(shop.id).settleMs, 'local:journal'),
  };
  if (readPayload(op) === null) return false;
  const stored = core.store.insert(op, { atMs, actor: 'system', detail: { journal: entry.n } }, 'T1');
  if (stored === null) return false;
  if (entry.weightGrams !== undefined) core.extras?.write(stored.seq, { weightGrams: entry.weightGrams });
  if (withdrawn) applyEvent(core, stored, { type: 'cancelled', atMs });
  return true;
}

const shopOf = ({ shops }: OutboxCore, { shopId, shop }: JournalEntry): ShopRecord | null =>
  shops.get(shopId) ?? shops.list().find(({ name }) => name === shop) ?? null;

const lostShop = ({ shopId, shop, platform, training }: JournalEntry): LostShop => ({
  id: shopId,
  name: shop === '' ? shopId : shop,
  platform,
  training: training === true,
});
