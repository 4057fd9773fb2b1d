import {
  type BenchOffer,
  type Blocked,
  MILD_VERDICTS,
  type PackingView,
  type RecentScan,
  type Verdict,
} from '../../../shared/contract/packing.ts';
import type { ScanOrigin } from '../../../shared/contract/scans.ts';
import { readAim, type Symbology } from '../../../shared/domain/symbology.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';
import type { ScanEntry, ScanLog } from '../scans/scan-log-store.ts';
import { type BenchAction, pressKey } from './bench-keys.ts';
import { linesFor } from './compose.ts';
import type { DraftStore } from './draft-store.ts';
import type { PackingDeps } from './packing-deps.ts';
import { packingView, stepOf } from './packing-view.ts';
import { printable, readCode } from './read-code.ts';
import { isSurplus, type Pull, pullAfter, pullOf, repeated } from './repeated-scan.ts';
import { expectedGoods, type Taken, takeCode } from './scan-flow.ts';
import { packageForWaybill, type Session } from './session.ts';

/** The one bench of this desk. */
const BENCH = 'bench-1';
const RECENT_SCANS = 8;
export type BenchOutcome = { readonly verdict: Verdict; readonly view: PackingView };

/** The packing bench: scans and keys are worked off one after another in the order they came. */
export type PackingService = {
  readonly view: () => PackingView;
  /** A scan whose `origin` was seen before gets its old verdict and changes nothing. */
  readonly scan: (text: string, operator: string, origin?: ScanOrigin) => Promise<BenchOutcome>;
  readonly act: (action: BenchAction, operator: string) => Promise<BenchOutcome>;
};

type Deps = PackingDeps & { readonly drafts: DraftStore; readonly scanLog: ScanLog };

/** Opens the bench as it was left. */
export function createPackingService(deps: Deps): PackingService {
  const { drafts, scanLog, clock, events, shops } = deps;
  let session = drafts.load(BENCH);
  let pull: Pull | null = null;
  const inTurn = createTurns();
  const view = (): PackingView => packingView(session, session.order === null ? null : shops.get(session.order.shopId));
  /** The bench and its log change together or not at all, so that a scan handed in again is known. */
  const settle = (next: Session, entry: Omit<ScanEntry, 'atMs' | 'step'>): BenchOutcome => {
    const atMs = clock.now();
    const changed = next !== session;
    scanLog.record({ ...entry, atMs, step: stepOf(session) }, () => changed && drafts.save(BENCH, next, atMs));
    session = next;
    if (changed) events.emit('packing.changed', []);
    return { verdict: entry.verdict, view: view() };
  };
  const takeScan = async (text: string, operator: string, origin: ScanOrigin | null): Promise<BenchOutcome> => {
    const known = origin === null ? null : scanLog.verdictOf(origin);
    if (known !== null) return { verdict: known, view: view() };
    const atMs = origin?.atMs ?? clock.now();
    const { code, symbology } = readScan(text, origin);
    const entry = { text, origin, isKey: false, operator } as const;
    const again = code.ok ? repeated(session, code.value, atMs) : null;
    if (again !== null) return settle(session, { ...entry, took: 'nothing', verdict: again, reason: '' });
    const before = pullOf(pull, origin);
    const taken = await judge(deps, { session, pull: before, code, symbology, operator });
    pull = pullAfter(before, taken);
    const { took } = taken;
    const ignored = !isSurplus(before, taken) ? null : taken.result.ok ? '' : taken.result.error.code;
    if (ignored !== null) return settle(session, { ...entry, took, verdict: 'pull-ignored', reason: ignored });
    const shown = code.ok ? printable(code.value) : printable(text);
    const result = stillBlocked(session, taken);
    const recent = noted(session, { shown, took, result }, clock.now());
    const last = { text: code.ok ? code.value : '', atMs, took };
    if (result.ok) {
      const { verdict } = result.value;
      return settle({ ...result.value.session, blocked: null, recent, last }, { ...entry, took, verdict, reason: '' });
    }
    const reason = result.error.code;
    const blocked =
      session.blocked !== null && reason === 'error-open'
        ? session.blocked
        : blockedBy(session, shown, result.error, deps.offer(result.error, code.ok ? code.value : ''));
    return settle({ ...session, blocked, recent, last }, { ...entry, took, verdict: 'refused', reason });
  };
  const takeKey = (action: BenchAction, operator: string): BenchOutcome => {
    const result = pressKey(deps, session, action, operator);
    const entry = { text: JSON.stringify(action), origin: null, isKey: true, took: 'command', operator } as const;
    if (result.ok)
      return settle({ ...result.value.session, last: null }, { ...entry, verdict: result.value.verdict, reason: '' });
    const mild = MILD_VERDICTS.find((verdict) => verdict === result.error.code);
    if (mild !== undefined) return settle(session, { ...entry, verdict: mild, reason: '' });
    const next =
      result.error.code === 'error-open' ? session : { ...session, blocked: blockedBy(session, '', result.error) };
    return settle(next, { ...entry, verdict: 'refused', reason: result.error.code });
  };
  return {
    view,
    scan: (text, operator, origin) => inTurn(() => takeScan(text, operator, origin ?? null)),
    act: (action, operator) => inTurn(() => takeKey(action, operator)),
  };
}

/** Runs tasks one after another in the order they came, each whatever became of the one before. */
function createTurns(): <Value>(task: () => Value | Promise<Value>) => Promise<Value> {
  let tail: Promise<unknown> = Promise.resolve();
  return (task) => {
    const run = tail.then(task, task);
    tail = run.catch(() => undefined);
    return run;
  };
}

/** The code inside a raw scan. What an input method has spoilt is refused, whatever it looks like. */
function readScan(text: string, origin: ScanOrigin | null): Scanned {
  const bare = readAim(text);
  const code: Result<string, Problem> =
    origin?.ime === 'unreliable' ? err({ code: 'scan-ime', text: printable(text) }) : readCode(bare.text);
  return { code, symbology: origin?.symbology ?? bare.symbology };
}

type Scanned = { readonly code: Result<string, Problem>; readonly symbology: Symbology | null };

type Question = Scanned & {
  readonly session: Session;
  readonly pull: Pull | null;
  readonly operator: string;
};

/** What a code comes to. A second waybill of one trigger pull is not even looked at: taking it would save a package. */
async function judge(deps: PackingDeps, question: Question): Promise<Taken> {
  const { session, pull, code, symbology, operator } = question;
  if (!code.ok) return { took: 'nothing', result: code };
  const second =
    pull !== null && pull.taken.has('waybill') && packageForWaybill(session) !== undefined && !hasLine(session, code);
  if (second) return { took: 'waybill', result: ok({ session, verdict: 'duplicate-ignored' }) };
  return await takeCode(deps, session, { code: code.value, symbology }, operator);
}

const hasLine = (session: Session, code: { readonly value: string }): boolean =>
  linesFor(session, code.value).length > 0;

/** While an error is open, the right code clears it and any other one is refused without replacing it. */
function stillBlocked(session: Session, taken: Taken): Taken['result'] {
  if (session.blocked === null) return taken.result;
  const right = taken.result.ok && taken.result.value.verdict !== 'duplicate-ignored';
  return right ? taken.result : err({ code: 'error-open' });
}

const blockedBy = (session: Session, scanned: string, problem: Problem, offer?: BenchOffer | null): Blocked => ({
  problem,
  scanned,
  expected: session.order === null ? '' : expectedGoods(session),
  ...(offer === undefined || offer === null ? {} : { offer }),
});

function noted(
  session: Session,
  scan: { readonly shown: string; readonly took: RecentScan['took']; readonly result: Result<unknown, Problem> },
  nowMs: number,
): Session['recent'] {
  const tail = scan.result.ok ? scan.shown.slice(-4) : scan.result.error.code;
  const entry: RecentScan = { at: isoFromMs(nowMs), text: scan.shown, took: scan.took, ok: scan.result.ok, tail };
  return [entry, ...session.recent].slice(0, RECENT_SCANS);
}
