import {
  type BenchOffer,
  type Blocked,
  MILD_VERDICTS,
  type RecentScan,
  type Verdict,
} from '../../../shared/contract/packing.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { err } from '../../../shared/kernel/result.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';
import type { BenchAction } from './bench-keys.ts';
import { stoppedBoxes } from './box-places.ts';
import type { Scanned } from './judge-scan.ts';
import type { Outcome, PackingDeps } from './packing-deps.ts';
import { printable } from './read-code.ts';
import { bindParkedWaybill, expectedGoods, type Taken } from './scan-flow.ts';
import type { Session } from './session.ts';
import { staysUntilHeard } from './stop-watch.ts';

const RECENT_SCANS = 8;

/** Where an input leads, and what is told about it; `reason` is empty where nothing was refused. */
export type After = { readonly next: Session; readonly verdict: Verdict; readonly reason: string };

type Judged = {
  readonly text: string;
  readonly code: Scanned['code'];
  readonly taken: Taken;
  readonly atMs: number;
  readonly operator: string;
};

/** The bench after a scan that counted, and what the scan came to. */
export async function afterScan(deps: PackingDeps, session: Session, scan: Judged): Promise<After> {
  const { text, code, taken, atMs, operator } = scan;
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

/** The bench after a key. It ends the repetition of a scan; what the camera does by itself between two scans is no key. */
export function afterKey(deps: PackingDeps, session: Session, action: BenchAction, outcome: Outcome): After {
  const mild = mildOf(outcome);
  if (mild !== null) return { next: session, verdict: mild, reason: '' };
  const next = after(deps, session, outcome, { scanned: '', offer: offerFor(deps, outcome, '') });
  const isHand = action.action !== 'photo-taken' && action.action !== 'photo-missed';
  return { next: outcome.ok && isHand ? { ...next, last: null } : next, ...verdictOf(outcome) };
}

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
