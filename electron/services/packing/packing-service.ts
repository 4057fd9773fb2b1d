import {
  type BenchOffer,
  type Blocked,
  MILD_VERDICTS,
  type PackingView,
  type RecentScan,
  type Verdict,
} from '../../../shared/contract/packing.ts';
import type { ScanOrigin } from '../../../shared/contract/scans.ts';
import { normaliseWaybill } from '../../../shared/domain/waybill.ts';
import { readAim, type Symbology } from '../../../shared/domain/symbology.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { readControlCode } from '../../../shared/domain/commands/command-code.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';
import type { EventHub } from '../events.ts';
import type { ScanEntry, ScanLog } from '../scans/scan-log-store.ts';
import { answerQuestion } from './bench-answers.ts';
import { type BenchAction, pressKey, runCommand } from './bench-keys.ts';
import { takeInBatch } from './batch.ts';
import { stoppedBoxes } from './box-places.ts';
import { linesFor } from './compose.ts';
import type { DraftStore } from './draft-store.ts';
import type { Outcome, PackingDeps, Who } from './packing-deps.ts';
import { packingView, stepOf } from './packing-view.ts';
import { printable, readCode } from './read-code.ts';
import { isSurplus, type Pull, pullAfter, pullOf, repeated } from './repeated-scan.ts';
import { expectedGoods, type Taken, takeCode, bindParkedWaybill } from './scan-flow.ts';
import type { ScannedCode } from './scanned-code.ts';
import { staysUntilHeard, withStop } from './stop-watch.ts';
import { packageForWaybill, type Session } from './session.ts';

/** The one bench of this desk. */
const BENCH = 'bench-1';
const RECENT_SCANS = 8;
export type BenchOutcome = { readonly verdict: Verdict; readonly view: PackingView };

/** The packing bench: scans and keys are worked off one after another in the order they came. */
export type PackingService = {
  readonly view: () => PackingView;
  /** A scan whose `origin` was seen before gets its old verdict and changes nothing. */
  readonly scan: (text: string, who: Who, origin?: ScanOrigin) => Promise<BenchOutcome>;
  readonly act: (action: BenchAction, who: Who) => Promise<BenchOutcome>;
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
    const taken = await judge(deps, { session, pull: before, code, symbology, who });
    pull = pullAfter(before, taken);
    const ignored = !isSurplus(before, taken) ? null : taken.result.ok ? '' : taken.result.error.code;
    if (ignored !== null)
      return settle(session, { ...entry, took: taken.took, verdict: 'pull-ignored', reason: ignored });
    const { next, ...told } = await judged(deps, session, { text, code, taken, atMs, operator: who.operator });
    return settle(next, { ...entry, took: taken.took, ...told });
  };
  const takeKey = async (action: BenchAction, who: Who): Promise<BenchOutcome> => {
    const outcome = await bindParkedWaybill(deps, await pressKey(deps, session, action, who), who.operator);
    const entry = keyEntry(action, who);
    const mild = mildOf(outcome);
    if (mild !== null) return settle(session, { ...entry, verdict: mild, reason: '' });
    const next = after(deps, session, outcome, { scanned: '', offer: offerFor(deps, outcome, '') });
    return settle(outcome.ok ? afterKey(action, next) : next, { ...entry, ...verdictOf(outcome) });
  };
  /** News from outside: only a box that must not leave interrupts the bench. */
  const watch = (): void => {
    const stopped = withStop(deps, session);
    if (stopped === session) return;
    drafts.save(BENCH, stopped, clock.now());
    session = stopped;
    events.emit('packing.changed', []);
  };
  onNews(events, inTurn, watch);
  return {
    view,
    scan: (text, who, origin) => inTurn(() => takeScan(text, who, origin ?? null)),
    act: (action, who) => inTurn(() => takeKey(action, who)),
    knows: (code) => knows(deps, code),
  };
}

const viewOf = ({ shops, extras }: Deps, session: Session): PackingView =>
  packingView(session, session.order === null ? null : shops.get(session.order.shopId), extras);

/** A key ends the repetition of a scan; what the camera does by itself between two scans is no key. */
const afterKey = ({ action }: BenchAction, next: Session): Session =>
  action === 'photo-taken' || action === 'photo-missed' ? next : { ...next, last: null };

const keyEntry = (action: BenchAction, { operator }: Who) =>
  ({ text: JSON.stringify(action), origin: null, isKey: true, took: 'command', operator }) as const;

const knows = async ({ orders, outbox }: PackingDeps, code: string): Promise<boolean> =>
  orders.findByCode(code) !== null ||
  outbox.waybillUse(normaliseWaybill(code)) !== null ||
  (await orders.needing(code)) !== null;

type Judged = {
  readonly text: string;
  readonly code: Scanned['code'];
  readonly taken: Taken;
  readonly atMs: number;
  readonly operator: string;
};

/** The bench after a scan that counted, and what the scan came to. */
async function judged(deps: PackingDeps, session: Session, { text, code, taken, atMs, operator }: Judged) {
  const { took } = taken;
  const shown = printable(code.ok ? code.value : text);
  const outcome = await bindParkedWaybill(deps, stillBlocked(session, taken), operator);
  const problem = problemOf(outcome);
  noteUnknown(deps, session, problem, operator);
  const recent = noted(session, { shown, took, problem }, deps.clock.now());
  const last = { text: code.ok ? code.value : '', atMs, took };
  const mild = took === 'command' ? mildOf(outcome) : null;
  if (mild !== null) return { next: { ...session, recent, last }, verdict: mild, reason: '' };
  const offer = offerFor(deps, outcome, code.ok ? code.value : '');
  return { next: { ...after(deps, session, outcome, { scanned: shown, offer }), recent, last }, ...verdictOf(outcome) };
}

/** Looks at the start, and whenever orders or packages changed; changes that come together are looked at once. */
function onNews(events: Pick<EventHub, 'subscribe'>, inTurn: ReturnType<typeof createTurns>, look: () => void): void {
  let due = false;
  const plan = (): void => {
    if (due) return;
    due = true;
    void inTurn(() => {
      due = false;
      look();
    });
  };
  events.subscribe(({ name }) => {
    if (name === 'outbox.changed' || name === 'orders.changed') plan();
  });
  plan();
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
  readonly who: Who;
};

/**
 * What a code comes to: the desk's own barcodes before anything is looked up, then whatever the bench and the shops know.
 * A second waybill of one trigger pull is not even looked at: taking it would save a package.
 */
async function judge(deps: PackingDeps, question: Question): Promise<Taken> {
  const { session, pull, code, symbology, who } = question;
  if (!code.ok) return { took: 'nothing', result: code };
  const control = readControlCode(code.value);
  switch (control?.kind) {
    case 'command':
      return { took: 'command', result: await runCommand(deps, session, { id: control.id }, who) };
    case 'quantity': {
      const { quantity } = control;
      const answer = session.blocked === null ? session.question?.options[quantity - 1] : undefined;
      if (answer !== undefined)
        return { took: 'quantity', result: await answerQuestion(deps, session, { option: answer.id }, who) };
      return { took: 'quantity', result: await runCommand(deps, session, { id: 'quantity', quantity }, who) };
    }
    case 'badge':
      return { took: 'badge', result: err({ code: 'scan-unknown', text: code.value }) };
    case undefined:
      break;
  }
  if (session.batch !== null) return batchScan(deps, question, { code: code.value, symbology });
  const second =
    pull !== null && pull.taken.has('waybill') && packageForWaybill(session) !== undefined && !hasLine(session, code);
  if (second) return { took: 'waybill', result: ok({ session, verdict: 'duplicate-ignored' }) };
  return await takeCode(deps, { ...session, blocked: null }, { code: code.value, symbology }, who);
}

/**
 * A scan while whole orders are shipped: a label may give several codes in one pull, of which one counts. A stopped line
 * stays stopped whatever comes, because the next box says nothing about the last one.
 */
async function batchScan(deps: PackingDeps, { session, pull, who }: Question, scanned: ScannedCode): Promise<Taken> {
  if (pull !== null && pull.taken.size > 0)
    return { took: 'waybill', result: ok({ session, verdict: 'duplicate-ignored' }) };
  if (session.blocked !== null && pull?.refused !== true)
    return { took: 'nothing', result: err({ code: 'error-open' }) };
  return takeInBatch(deps, { ...session, blocked: null }, scanned, who);
}

const hasLine = (session: Session, code: { readonly value: string }): boolean =>
  linesFor(session, code.value).length > 0;

/** What a scan may come to without being the right code that clears an error. */
const NOT_RIGHT: ReadonlySet<Verdict> = new Set<Verdict>([
  'duplicate-ignored',
  'asked',
  'waybill-parked',
  'code-ignored',
]);

/** While an error is open, the right code clears it and any other one is refused without replacing it. */
function stillBlocked(session: Session, { took, result }: Taken): Outcome {
  if (session.blocked === null || took === 'command' || took === 'quantity') return result;
  if (staysUntilHeard(session.blocked.problem)) return err({ code: 'error-open' });
  return result.ok && !NOT_RIGHT.has(result.value.verdict) ? result : err({ code: 'error-open' });
}

/** Why the line stops: the input as a whole, or the part of it that could not be done. */
const problemOf = (outcome: Outcome): Problem | null => (outcome.ok ? (outcome.value.refusal ?? null) : outcome.error);

const verdictOf = (outcome: Outcome): { readonly verdict: Verdict; readonly reason: string } => {
  const problem = problemOf(outcome);
  if (problem !== null) return { verdict: 'refused', reason: problem.code };
  return { verdict: outcome.ok ? outcome.value.verdict : 'refused', reason: '' };
};

/** A command that means nothing now is told in passing. */
const mildOf = (outcome: Outcome): Verdict | null =>
  outcome.ok ? null : (MILD_VERDICTS.find((verdict) => verdict === outcome.error.code) ?? null);

/** The bench after an input: where it led, or stopped by what was wrong with it. */
function after(deps: PackingDeps, session: Session, outcome: Outcome, input: Input): Session {
  const problem = problemOf(outcome);
  const next = outcome.ok ? outcome.value.session : session;
  if (problem === null) return next;
  if (problem.code === 'error-open' && session.blocked !== null) return session;
  return { ...next, blocked: { ...blockedBy(next, problem, input), ...stoppedBoxes(deps, next, problem) } };
}

/** What was scanned, as it is shown, and the way out beside its refusal. */
type Input = { readonly scanned: string; readonly offer: BenchOffer | null };

/** What leads on beside an error. */
function offerFor({ offer }: PackingDeps, outcome: Outcome, code: string): BenchOffer | null {
  const problem = problemOf(outcome);
  return problem === null ? null : offer(problem, code);
}

/** Codes that no order, no goods and no parcel explains are kept for export. */
function noteUnknown(deps: PackingDeps, session: Session, problem: Problem | null, operator: string): void {
  if (problem?.code !== 'scan-unknown') return;
  const orderId = session.order?.orderId ?? '';
  deps.memory.noteUnknown({ text: problem.text, orderId, operator, outcome: 'refused' }, deps.clock.now());
}

const blockedBy = (session: Session, problem: Problem, { scanned, offer }: Input): Blocked => ({
  problem,
  scanned,
  expected: session.order === null ? '' : expectedGoods(session),
  ...(offer === null ? {} : { offer }),
});

function noted(
  session: Session,
  scan: { readonly shown: string; readonly took: RecentScan['took']; readonly problem: Problem | null },
  nowMs: number,
): Session['recent'] {
  const tail = scan.problem === null ? scan.shown.slice(-4) : scan.problem.code;
  const entry: RecentScan = {
    at: isoFromMs(nowMs),
    text: scan.shown,
    took: scan.took,
    ok: scan.problem === null,
    tail,
  };
  return [entry, ...session.recent].slice(0, RECENT_SCANS);
}
