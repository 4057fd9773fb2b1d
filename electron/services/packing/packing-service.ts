import type { PackingView, RecentScan, Verdict } from '../../../shared/contract/packing.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { err, type Result } from '../../../shared/kernel/result.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';
import { type BenchAction, pressKey } from './bench-keys.ts';
import type { DraftStore } from './draft-store.ts';
import type { PackingDeps } from './packing-deps.ts';
import { packingView } from './packing-view.ts';
import { printable, readCode } from './read-code.ts';
import { expectedGoods, type Taken, takeCode } from './scan-flow.ts';
import type { Session } from './session.ts';

/** The one bench of this desk. */
const BENCH = 'bench-1';
const RECENT_SCANS = 8;
/** The same goods code again within this time is one trigger pull read twice (PACK-STATION 4.3). */
const DOUBLE_READ_MS = 250;
/** The same order or waybill again within this time changes nothing. */
const REPEAT_MS = 2_000;

export type BenchOutcome = { readonly verdict: Verdict; readonly view: PackingView };

/** The packing bench: scans and keys are worked off one after another in the order they came. */
export type PackingService = {
  readonly view: () => PackingView;
  readonly scan: (text: string, operator: string) => Promise<BenchOutcome>;
  readonly act: (action: BenchAction, operator: string) => Promise<BenchOutcome>;
};

/** Opens the bench as it was left. */
export function createPackingService(deps: PackingDeps & { readonly drafts: DraftStore }): PackingService {
  const { drafts, clock, events, shops } = deps;
  let session = drafts.load(BENCH);
  let tail: Promise<unknown> = Promise.resolve();
  const view = (): PackingView => packingView(session, session.order === null ? null : shops.get(session.order.shopId));
  const settle = (next: Session, verdict: Verdict): BenchOutcome => {
    drafts.save(BENCH, next, clock.now());
    session = next;
    events.emit('packing.changed', []);
    return { verdict, view: view() };
  };
  const inTurn = <Value>(task: () => Promise<Value>): Promise<Value> => {
    const run = tail.then(task, task);
    tail = run.catch(() => undefined);
    return run;
  };
  return {
    view,
    scan: (text, operator) =>
      inTurn(async () => {
        const code = readCode(text);
        if (code.ok && isRepeat(session, code.value, clock.now()))
          return { verdict: 'duplicate-ignored', view: view() };
        const taken: Taken = code.ok
          ? await takeCode(deps, session, code.value, operator)
          : { took: 'nothing', result: code };
        const shown = code.ok ? printable(code.value) : printable(text);
        const result = stillBlocked(session, taken);
        const recent = noted(session, { shown, took: taken.took, result }, clock.now());
        const last = { text: code.ok ? code.value : '', atMs: clock.now(), took: taken.took };
        if (!result.ok) {
          const blocked =
            session.blocked !== null && result.error.code === 'error-open'
              ? session.blocked
              : blockedBy(session, shown, result.error);
          return settle({ ...session, blocked, recent, last }, 'refused');
        }
        return settle({ ...result.value.session, blocked: null, recent, last }, result.value.verdict);
      }),
    act: (action, operator) =>
      inTurn(async () => {
        const result = pressKey(deps, session, action, operator);
        if (result.ok) return settle({ ...result.value.session, last: null }, result.value.verdict);
        if (result.error.code === 'error-open') return { verdict: 'refused', view: view() };
        return settle({ ...session, blocked: blockedBy(session, '', result.error) }, 'refused');
      }),
  };
}

/** While an error is open, the right code clears it and any other one is refused without replacing it. */
function stillBlocked(session: Session, taken: Taken): Taken['result'] {
  if (session.blocked === null) return taken.result;
  const right = taken.result.ok && taken.result.value.verdict !== 'duplicate-ignored';
  return right ? taken.result : err({ code: 'error-open' });
}

const blockedBy = (session: Session, scanned: string, problem: Problem): NonNullable<Session['blocked']> => ({
  problem,
  scanned,
  expected: session.order === null ? '' : expectedGoods(session),
});

function isRepeat(session: Session, code: string, nowMs: number): boolean {
  const { last } = session;
  if (last === null || last.text !== code || last.took === 'nothing') return false;
  const elapsedMs = nowMs - last.atMs;
  return elapsedMs >= 0 && elapsedMs < (last.took === 'item' ? DOUBLE_READ_MS : REPEAT_MS);
}

function noted(
  session: Session,
  scan: { readonly shown: string; readonly took: RecentScan['took']; readonly result: Result<unknown, Problem> },
  nowMs: number,
): Session['recent'] {
  const tail = scan.result.ok ? scan.shown.slice(-4) : scan.result.error.code;
  const entry: RecentScan = { at: isoFromMs(nowMs), text: scan.shown, took: scan.took, ok: scan.result.ok, tail };
  return [entry, ...session.recent].slice(0, RECENT_SCANS);
}
