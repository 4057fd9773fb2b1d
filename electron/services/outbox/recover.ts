import { HOUR_MS } from '../../../shared/kernel/time.ts';
import { applyEvent } from './apply.ts';
import { journalAbout, type OutboxCore } from './core.ts';
import { journalled } from './figures.ts';
import type { OutboxEvent } from './machine/event.ts';

/** Rows per journal write when the journal has to catch up. */
const CATCH_UP_ROWS = 500;

/**
 * What a start has to put right before anything is sent: calls that were open when the app ended (T8, or T20 after
 * three times), quiet times that were running, due times a set-back clock has put out of reach, and journal lines a crash has kept from being written.
 */
export function recoverAtStart(core: OutboxCore): void {
  const { clock, due } = core;
  const atMs = clock.now();
  const all = Number.MAX_SAFE_INTEGER;
  const seqs = new Set([...due.inState('sending', all), ...due.inState('in_doubt', all), ...due.dueAfter(atMs)]);
  applyToAll(core, [...seqs], { type: 'process-started', atMs });
  catchUpJournal(core);
  catchUpWithdrawals(core);
}

/** Writes the lines the journal lacks. What is withdrawn already is noted as such, so that it never comes back to life. */
export function catchUpJournal(core: OutboxCore): void {
  for (;;) {
    const ops = core.reader.after(core.journal.lastSeq(), CATCH_UP_ROWS);
    if (ops.length === 0) return;
    core.journal.append(ops, journalAbout(core));
    const withdrawn = ops.flatMap(({ id, status }) => (status.state === 'cancelled' ? [id] : []));
    if (withdrawn.length > 0) core.journal.withdraw(withdrawn, core.clock.now());
  }
}

/** Runs of the app whose withdrawals are gone over at a start: a crash may come before a note, and before its mending. */
const RUNS_GONE_OVER = 3;

/** Notes what was withdrawn right before an end the journal was not told of. */
function catchUpWithdrawals({ due, journal, epoch, clock, log }: OutboxCore): void {
  const missing = due.withdrawnSince(epoch - RUNS_GONE_OVER).filter((id) => !journal.notesWithdrawn(id));
  try {
    if (missing.length > 0) journal.withdraw(missing, clock.now());
  } catch (error) {
    // The database is the record: a desk on a full disk opens all the same, and the next start tries again.
    log.error('journal-not-written', { reason: error instanceof Error ? error.name : 'unknown' });
  }
}

/** The wall clock was set while the app runs: settle times run anew, due times far ahead are brought near. */
export function recoverFromClockJump(core: OutboxCore): void {
  const atMs = core.clock.now();
  core.log.warn('clock-jumped', { to: new Date(atMs).toISOString() });
  const all = Number.MAX_SAFE_INTEGER;
  const seqs = new Set([...core.due.inState('in_doubt', all), ...core.due.dueAfter(atMs)]);
  applyToAll(core, [...seqs], { type: 'clock-jumped', atMs });
}

/** The network is back: what waited only for it is due now. */
export function hurryUnreached(core: OutboxCore, shopId: string): void {
  const atMs = core.clock.now();
  applyToAll(core, core.due.unreached(shopId, atMs), { type: 'network-returned', atMs });
}

/** Counts everything again and says so when it does not balance (RELIABILITY 2e). */
export function checkConservation(core: OutboxCore): void {
  core.tally.recount();
  const saved = Math.max(core.tally.saved(), journalled(core, core.leftOut?.()));
  const accounted = Object.values(core.tally.perState()).reduce((sum, count) => sum + count, 0);
  if (saved !== accounted) core.log.error('conservation-broken', { saved, accounted });
}

/** How often the count is checked while the app runs. */
export const CONSERVATION_CHECK_MS = HOUR_MS;

const SLICE = 200;

function applyToAll(core: OutboxCore, seqs: readonly number[], event: OutboxEvent): void {
  for (let at = 0; at < seqs.length; at += SLICE) {
    core.store.transaction(() => {
      for (const seq of seqs.slice(at, at + SLICE)) {
        const op = core.reader.bySeq(seq);
        if (op !== null) applyEvent(core, op, event);
      }
    });
  }
}
