import { dirname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Problem } from '../../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { storageProblemOrThrow } from '../db/storage-problem.ts';
import { applyEvent } from './apply.ts';
import { journalAbout, type OutboxCore } from './core.ts';
import { type EnqueueInput, insertOp } from './insert-op.ts';
import { catchUpJournal } from './recover.ts';
import type { StoredOp } from './store/op-row.ts';

/** Rows per transaction of an import: short enough that a scan in between does not wait. */
const BATCH_ROWS = 100;

/**
 * Saves an op (T1). `ok` means it is on the disk twice: committed under FULL, and in the scan journal.
 * Errors: unknown shop, a payload that is not one, the same package again, a waybill of another order, a full disk.
 */
export function enqueue(core: OutboxCore, input: EnqueueInput): Result<StoredOp, Problem> {
  return only(enqueueTogether(core, [input]));
}

/** Saves many, each refused or accepted by itself, in transactions of {@link BATCH_ROWS}; the event loop runs between them. */
export async function enqueueAll(
  core: OutboxCore,
  inputs: readonly EnqueueInput[],
): Promise<readonly Result<StoredOp, Problem>[]> {
  const results: Result<StoredOp, Problem>[] = [];
  for (let at = 0; at < inputs.length; at += BATCH_ROWS) {
    if (at > 0) await nextTurn();
    results.push(...enqueueTogether(core, inputs.slice(at, at + BATCH_ROWS)));
  }
  return results;
}

/**
 * Saves a new op in place of another, which ends with `event` in the same transaction (T16, T19).
 * Errors: those of {@link enqueue}; the old op changed meanwhile.
 */
export function enqueueInstead(
  core: OutboxCore,
  old: StoredOp,
  input: Omit<EnqueueInput, 'supersedes'>,
): Result<StoredOp, Problem> {
  const together = saveTogether(
    core,
    () => {
      const event = { type: 'replaced', atMs: core.clock.now() } as const;
      const saved = insertOp(core, { ...input, supersedes: old.id });
      if (!saved.ok) return [saved];
      const detail = { by: saved.value.id, ...(input.refusesRefund === undefined ? {} : { ...input.refusesRefund }) };
      const ended = applyEvent(core, old, event, { actor: input.operator, detail });
      if (!ended.moved) throw new Error('An op that is replaced can be ended');
      return [saved];
    },
    keepUnwritten,
  );
  return together.ok ? only(together.value) : together;
}

const only = <Value>([value]: readonly Value[]): Value => {
  if (value === undefined) throw new Error('One input gives one result');
  return value;
};

type Saved = Result<StoredOp, Problem>;

function enqueueTogether(core: OutboxCore, inputs: readonly EnqueueInput[]): readonly Saved[] {
  // What is saved keeps its room: answers, checkpoints and the journal need it more than one more package does.
  if (core.isDiskFull?.() === true) return inputs.map(() => err({ code: 'disk-full', dir: dirname(core.journalFile) }));
  const together = saveTogether(core, () => inputs.map((input) => insertOp(core, input)));
  return together.ok ? together.value : inputs.map(() => together);
}

/** What becomes of ops the journal did not take: the problem to tell, or null where they stand all the same. */
type OnUnwritten = (core: OutboxCore, ops: readonly StoredOp[], error: unknown) => Problem | null;

/** One commit, then the journal. Fails as a whole only when the disk is full; then nothing was saved. */
function saveTogether(
  core: OutboxCore,
  insert: () => readonly Saved[],
  onUnwritten: OnUnwritten = withdrawUnwritten,
): Result<readonly Saved[], Problem> {
  let results: readonly Saved[];
  try {
    results = core.store.transaction(insert);
  } catch (error) {
    return err(storageProblemOrThrow(error, dirname(core.journalFile)));
  }
  const saved = results.flatMap((result) => (result.ok ? [result.value] : []));
  const [first] = saved;
  if (first === undefined) return ok(results);
  try {
    if (first.seq > core.journal.lastSeq() + 1) catchUpJournal(core);
    else core.journal.append(saved, journalAbout(core));
    return ok(results);
  } catch (error) {
    const unwritten = onUnwritten(core, saved, error);
    return unwritten === null ? ok(results) : ok(results.map((result) => (result.ok ? err(unwritten) : result)));
  }
}

/** New ops are withdrawn again, before anybody was told they are saved. */
function withdrawUnwritten(core: OutboxCore, ops: readonly StoredOp[], error: unknown): Problem {
  core.store.transaction(() => {
    const cause = { actor: 'system', detail: { journal: false } };
    for (const op of ops) applyEvent(core, op, { type: 'cancelled', atMs: core.clock.now() }, cause);
  });
  return storageProblemOrThrow(error, dirname(core.journalFile));
}

/** An op that took the place of another one stays: that one is gone. Its line is written together with the next op's. */
function keepUnwritten(core: OutboxCore, _ops: readonly StoredOp[], error: unknown): null {
  core.log.error('journal-not-written', { reason: error instanceof Error ? error.name : 'unknown' });
  return null;
}
