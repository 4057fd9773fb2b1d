import type { PackingView, Verdict } from '../../../shared/contract/packing.ts';
import type { ScanOrigin } from '../../../shared/contract/scans.ts';
import { normaliseWaybill } from '../../../shared/domain/waybill.ts';
import type { ScanEntry, ScanLog } from '../scans/scan-log-store.ts';
import { afterKey, afterScan } from './after-input.ts';
import { type BenchAction, pressKey } from './bench-keys.ts';
import type { DraftStore } from './draft-store.ts';
import { judgeScan, readScan } from './judge-scan.ts';
import type { PackingDeps, Who } from './packing-deps.ts';
import { packingView, stepOf } from './packing-view.ts';
import { isSurplus, type Pull, pullAfter, pullOf, repeated } from './repeated-scan.ts';
import { bindParkedWaybill } from './scan-flow.ts';
import { emptySession, type Session } from './session.ts';
import { withStop } from './stop-watch.ts';
import { createTurns, onNews } from './turns.ts';

/** The one bench of this desk. */
const BENCH = 'bench-1';
export type BenchOutcome = { readonly verdict: Verdict; readonly view: PackingView };

/** The packing bench: scans and keys are worked off one after another in the order they came. */
export type PackingService = {
  readonly view: () => PackingView;
  /** A scan whose `origin` was seen before gets its old verdict and changes nothing. */
  readonly scan: (text: string, who: Who, origin?: ScanOrigin) => Promise<BenchOutcome>;
  readonly act: (action: BenchAction, who: Who) => Promise<BenchOutcome>;
  /** Clears the bench: what lies on it is known to be older than what was saved here since. */
  readonly startOver: () => void;
  /** Whether a code is an order's, goods an order waits for, or a waybill something left with. */
  readonly knows: (code: string) => Promise<boolean>;
};

type Deps = PackingDeps & { readonly drafts: DraftStore; readonly scanLog: ScanLog };

/** Opens the bench as it was left. */
export function createPackingService(deps: Deps): PackingService {
  const { drafts, scanLog, clock, events } = deps;
  let session = drafts.load(BENCH);
  let pull: Pull | null = null;
  const inTurn = createTurns();
  const view = (): PackingView => viewOf(deps, session);
  /** The bench and its log change together or not at all, so that a scan handed in again is known. */
  const settle = (wanted: Session, entry: Omit<ScanEntry, 'atMs' | 'step'>): BenchOutcome => {
    const atMs = clock.now();
    const next = withStop(deps, wanted);
    const changed = next !== session;
    const opened = next.order !== null && next.order.orderId !== session.order?.orderId ? next.order : null;
    scanLog.record({ ...entry, atMs, step: stepOf(session) }, () => {
      if (changed) drafts.save(BENCH, next, atMs);
      if (opened !== null) deps.held.forget(opened);
    });
    session = next;
    if (opened !== null) deps.refresh(opened);
    if (changed) events.emit('packing.changed', []);
    return { verdict: entry.verdict, view: view() };
  };
  const takeScan = async (text: string, who: Who, origin: ScanOrigin | null): Promise<BenchOutcome> => {
    const known = origin === null ? null : scanLog.verdictOf(origin);
    if (known !== null) return { verdict: known, view: view() };
    const atMs = origin?.atMs ?? clock.now();
    const { code, symbology } = readScan(text, origin);
    const entry = { text, origin, isKey: false, operator: who.operator } as const;
    const again = code.ok ? repeated(session, code.value, atMs) : null;
    if (again !== null) return settle(session, { ...entry, took: 'nothing', verdict: again, reason: '' });
    const before = pullOf(pull, origin);
    const taken = await judgeScan(deps, { session, pull: before, code, symbology, who });
    pull = pullAfter(before, taken);
    const ignored = !isSurplus(before, taken) ? null : taken.result.ok ? '' : taken.result.error.code;
    if (ignored !== null)
      return settle(session, { ...entry, took: taken.took, verdict: 'pull-ignored', reason: ignored });
    const { next, ...told } = await afterScan(deps, session, { text, code, taken, atMs, operator: who.operator });
    return settle(next, { ...entry, took: taken.took, ...told });
  };
  const takeKey = async (action: BenchAction, who: Who): Promise<BenchOutcome> => {
    const outcome = await bindParkedWaybill(deps, await pressKey(deps, session, action, who), who.operator);
    const { next, ...told } = afterKey(deps, session, action, outcome);
    return settle(next, { ...keyEntry(action, who), ...told });
  };
  const lay = (wanted: Session): void => {
    const next = withStop(deps, wanted);
    if (next === session) return;
    drafts.save(BENCH, next, clock.now());
    session = next;
    events.emit('packing.changed', []);
  };
  // News from outside: only a box that must not leave interrupts the bench.
  onNews(events, inTurn, () => lay(session));
  return {
    view,
    scan: (text, who, origin) => inTurn(() => takeScan(text, who, origin ?? null)),
    act: (action, who) => inTurn(() => takeKey(action, who)),
    startOver: () => lay(emptySession()),
    knows: (code) => knows(deps, code),
  };
}

const viewOf = ({ shops, extras }: Deps, session: Session): PackingView =>
  packingView(session, session.order === null ? null : shops.get(session.order.shopId), extras);

const keyEntry = (action: BenchAction, { operator }: Who) =>
  ({ text: JSON.stringify(action), origin: null, isKey: true, took: 'command', operator }) as const;

const knows = async ({ orders, outbox }: PackingDeps, code: string): Promise<boolean> =>
  orders.findByCode(code) !== null ||
  outbox.waybillUse(normaliseWaybill(code)) !== null ||
  (await orders.needing(code)) !== null;
