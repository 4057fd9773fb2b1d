import type { Database } from 'better-sqlite3';
import type { OpPayload } from '../../../shared/domain/shipment.ts';
import { isLoopbackUrl } from '../../../shared/kernel/loopback.ts';
import { isPlainHttp } from '../../../shared/kernel/plain-http.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { EventHub } from '../events.ts';
import type { KnownOrders } from '../orders/known-orders.ts';
import type { Clock, Log } from '../ports.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { Accounts } from '../shops/accounts.ts';
import type { ShopRecord, ShopStore } from '../shops/shop-store.ts';
import type { Spending } from '../shops/spending.ts';
import { createGates, type Gates } from './gates/gates.ts';
import type { JournalAbout } from './journal/journal-entry.ts';
import { openScanJournal, type ScanJournal } from './journal/scan-journal.ts';
import type { Rules } from './machine.ts';
import { type OutboxPolicy, policyFor } from './policy.ts';
import { createReach, type Reach } from './gates/reach.ts';
import { createDueOps, type DueOps } from './store/due-ops.ts';
import { createEvidenceStore, type EvidenceStore } from './store/evidence-store.ts';
import { createOpReader, type OpReader } from './store/op-reader.ts';
import type { StoredOp } from './store/op-row.ts';
import { type Change, createOpStore, type OpStore } from './store/op-store.ts';
import { createTally, type Tally } from './store/tally.ts';

/** What the outbox is given by the rest of the app. */
export type OutboxDeps = {
  readonly database: Database;
  /** The run of the app, from opening the database. */
  readonly epoch: number;
  /** Full path of the scan journal. */
  readonly journalFile: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly audit: AuditLog;
  readonly events: Pick<EventHub, 'emit'>;
  readonly shops: Pick<ShopStore, 'get' | 'list'>;
  readonly accounts: Accounts;
  readonly settings: Pick<SettingsStore, 'get'>;
  /** What shops may still spend today; absent where nothing is charged. */
  readonly spending?: Pick<Spending, 'left'>;
  /** True while the disk has too little room for anything new; absent: never. */
  readonly isDiskFull?: () => boolean;
  /** Packages the journal counts and somebody knows not to be here (see the recovery report); absent: none. */
  readonly leftOut?: () => LeftOut;
  /** What is known of orders, and where a look leaves what it saw; absent: only packages that could not leave are looked at. */
  readonly knownOrders?: KnownOrders;
  /** What packages weigh, which is no part of their payload; absent: none is weighed. */
  readonly extras?: {
    readonly of: (opId: string) => { readonly weightGrams: number | null };
    readonly write: (opSeq: number, extras: { readonly weightGrams: number | null }) => void;
  };
  /** Chance in [0, 1) for backoff; replaced in tests. */
  readonly random?: () => number;
};

/** Entries of the journal that fit nowhere, and lines of it that cannot be read. */
export type LeftOut = { readonly unplaced: number; readonly unreadable: number };

/**
 * What this desk itself stops a shop for. `plain-http`: its address is unencrypted and that is switched off, so nothing
 * leaves at all. `spend-limit`: the day's limit is reached, so nothing is sent; looks go on, for they keep shipments safe.
 */
export type DeskStop = 'plain-http' | 'spend-limit';

/** The outbox's own parts, as its modules hand them around. */
export type OutboxCore = Omit<OutboxDeps, 'database' | 'random'> & {
  readonly database: Database;
  readonly random: () => number;
  readonly journal: ScanJournal;
  readonly store: OpStore;
  readonly reader: OpReader;
  readonly due: DueOps;
  readonly evidence: EvidenceStore;
  readonly gates: Gates;
  readonly tally: Tally;
  readonly reach: Reach;
  readonly policyOf: (shopId: string) => OutboxPolicy;
  /** Points the shop may still spend today; null where nothing limits them. */
  readonly spendable: (shopId: string) => number | null;
  readonly stopOf: (shop: Pick<ShopRecord, 'id' | 'baseUrl' | 'plainHttp'>) => DeskStop | null;
  readonly rulesOf: (op: Pick<StoredOp, 'shopId' | 'resendClass'>) => Rules;
};

/** Puts the parts together. Every change is counted, told to the pages and, when withdrawn, noted in the journal. */
export function createCore(deps: OutboxDeps): OutboxCore {
  const { database, epoch, audit, shops, accounts, settings } = deps;
  const journal = openScanJournal(deps.journalFile);
  const tally = createTally(database);
  const policyOf = (shopId: string): OutboxPolicy =>
    policyFor(settings.get(), {
      onThisMachine: isLoopbackUrl(shops.get(shopId)?.baseUrl ?? ''),
      billed: accounts.platformOf(shopId)?.capabilities.billed,
      mostPerCall: accounts.platformOf(shopId)?.capabilities.batch?.most,
    });
  const spendable = (shopId: string): number | null => deps.spending?.left(shopId) ?? null;
  return {
    ...deps,
    random: deps.random ?? Math.random,
    journal,
    tally,
    store: createOpStore({ database, epoch, audit, onChanged: (changes) => tell(deps, tally, journal, changes) }),
    reader: createOpReader(database),
    due: createDueOps(database),
    evidence: createEvidenceStore(database, epoch),
    gates: createGates(database),
    reach: createReach(deps.clock),
    policyOf,
    spendable,
    stopOf: ({ id, baseUrl, plainHttp }) =>
      isPlainHttp(baseUrl) && !plainHttp ? 'plain-http' : spendable(id) === 0 ? 'spend-limit' : null,
    rulesOf: (op) => ({
      ...policyOf(op.shopId),
      resendClass: op.resendClass,
      canLook: accounts.platformOf(op.shopId)?.readBack !== undefined,
    }),
  };
}

function tell(deps: OutboxDeps, tally: Tally, journal: ScanJournal, changes: readonly Change[]): void {
  for (const { op, from } of changes) tally.moved(op.shopId, from, op.status.state);
  const withdrawn = changes.filter(({ op, from }) => from !== 'cancelled' && op.status.state === 'cancelled');
  if (withdrawn.length > 0) noteWithdrawn(deps, journal, withdrawn);
  deps.events.emit('outbox.changed', [...new Set(changes.map(({ op }) => op.id))]);
}

/** The database is the record; the journal's note only matters after it is lost, so its failure stops nobody. */
function noteWithdrawn(deps: OutboxDeps, journal: ScanJournal, changes: readonly Change[]): void {
  try {
    journal.withdraw(
      changes.map(({ op }) => op.id),
      deps.clock.now(),
    );
  } catch (error) {
    deps.log.error('journal-not-written', { reason: error instanceof Error ? error.name : 'unknown' });
  }
}

/** What the journal says of an op besides the op itself. */
export const journalAbout =
  ({ shops, extras }: OutboxCore) =>
  ({ id, shopId }: Pick<StoredOp, 'id' | 'shopId'>): JournalAbout => ({
    shop: shops.get(shopId),
    weightGrams: extras?.of(id).weightGrams ?? null,
  });

/** An op that may be sent now, with its checked payload. */
export type Claimed = { readonly op: StoredOp; readonly payload: OpPayload };
