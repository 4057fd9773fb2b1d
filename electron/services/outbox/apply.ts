import type { AuditEntry } from '../audit/audit-log.ts';
import { brokenInvariant } from './invariants.ts';
import type { Effect, OutboxEvent } from './machine/event.ts';
import { isStep, type Refusal, type Step } from './machine/transitions.ts';
import { next, type Rules } from './machine.ts';
import type { OutboxCore } from './core.ts';
import type { StoredOp } from './store/op-row.ts';

/** What became of an event: the op as it is now, and what the worker has to do. `moved` is false when nothing changed. */
export type Applied = {
  readonly moved: boolean;
  readonly op: StoredOp;
  readonly effects: readonly Effect[];
  readonly refused: Refusal['refused'] | null;
};

/** Whose word an event is, and what the audit row says beside from, to and code. */
export type Cause = { readonly actor: string; readonly detail?: AuditEntry['detail'] };

/** The app itself, as an actor. */
const SYSTEM: Cause = { actor: 'system' };

/**
 * Puts an event to the machine and writes what it decides, with its audit row and gate. Call inside a transaction. A
 * move that breaks an invariant, or a machine that throws, quarantines the op instead (T20): it is never sent.
 */
export function applyEvent(core: OutboxCore, op: StoredOp, event: OutboxEvent, cause: Cause = SYSTEM): Applied {
  const rules = core.rulesOf(op);
  const outcome = decide(core, op, event, rules);
  if (!isStep(outcome)) return { moved: false, op, effects: [], refused: outcome.refused };
  const stored = core.store.move(op, outcome.next, outcome.transition, { atMs: event.atMs, ...cause });
  if (stored === null) return { moved: false, op, effects: [], refused: 'forbidden' };
  for (const effect of outcome.effects) if (effect.kind === 'close-gate') closeGate(core, stored, effect, event.atMs);
  return { moved: true, op: stored, effects: outcome.effects, refused: null };
}

function decide(core: OutboxCore, op: StoredOp, event: OutboxEvent, rules: Rules): Step | Refusal {
  const outcome = attempt(op, event, rules);
  const broken = typeof outcome === 'string' ? outcome : null;
  if (broken === null) return outcome as Step | Refusal;
  core.log.error('outbox-rule-broken', { op: op.id, event: event.type, what: broken });
  return next(op.status, { type: 'damaged', atMs: event.atMs, code: 'local:rule-broken' }, rules);
}

function attempt(op: StoredOp, event: OutboxEvent, rules: Rules): Step | Refusal | string {
  try {
    const outcome = next(op.status, event, rules);
    return isStep(outcome) ? (brokenInvariant(op.status, outcome, rules) ?? outcome) : outcome;
  } catch (error) {
    return error instanceof Error ? error.message : 'the machine threw';
  }
}

function closeGate(
  core: OutboxCore,
  op: StoredOp,
  { cause, link = '' }: Effect & { kind: 'close-gate' },
  atMs: number,
): void {
  const { shopId, status } = op;
  // Calls in flight together, and the orders of one call, find the same cause: it closes the account once.
  if (core.gates.of(shopId)?.cause === cause) return;
  const recheckAtMs = core.gates.nextRecheckMs(shopId, atMs, core.policyOf(shopId));
  const { code, message } = status;
  core.gates.close({ shopId, cause, code, message, link, closedAtMs: atMs, recheckAtMs });
}
