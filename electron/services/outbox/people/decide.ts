import type { Problem } from '../../../../shared/contract/problem.ts';
import type { OpAction, OpState } from '../../../../shared/domain/op.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { applyEvent, type Cause } from '../apply.ts';
import type { OutboxCore } from '../core.ts';
import type { PersonEventType } from '../machine/event.ts';
import { isStep } from '../machine/transitions.ts';
import { next } from '../machine.ts';
import { shownParcels } from '../sending/shown-parcels.ts';
import type { StoredOp } from '../store/op-row.ts';

/** A person's decision as the page or the command line names it. */
export type Decision = 'hurry' | 'release' | 'cancel' | 'shipped' | 'not-shipped' | 'withdraw' | 'accept-platform';

/** The action a refusal names, by decision. */
const ACTIONS: Readonly<Record<Decision, OpAction>> = {
  hurry: 'retry-now',
  release: 'release',
  cancel: 'cancel',
  withdraw: 'cancel',
  shipped: 'confirm-shipped',
  'not-shipped': 'confirm-not-shipped',
  'accept-platform': 'accept-platform',
};

/**
 * Each decision as events, by state; several happen in one commit. A quarantined op always passes through doubt (T21),
 * and what was in doubt is withdrawn only after somebody has said that it was not shipped (T13, then T17).
 */
const EVENTS: Readonly<Record<Decision, Partial<Readonly<Record<OpState, readonly PersonEventType[]>>>>> = {
  hurry: { wait: ['hurried'] },
  release: { held: ['released'], quarantined: ['returned-to-doubt'] },
  cancel: {
    ready: ['cancelled'],
    wait: ['cancelled'],
    held: ['cancelled'],
    rejected: ['cancelled'],
    conflict: ['cancelled'],
  },
  withdraw: {
    ready: ['cancelled'],
    wait: ['cancelled'],
    held: ['cancelled'],
    rejected: ['cancelled'],
    conflict: ['cancelled'],
    in_doubt: ['refused-by-person', 'cancelled'],
    quarantined: ['returned-to-doubt', 'refused-by-person', 'cancelled'],
  },
  shipped: {
    in_doubt: ['confirmed-shipped'],
    quarantined: ['returned-to-doubt', 'confirmed-shipped'],
    conflict: ['accepted-platform'],
  },
  'not-shipped': {
    in_doubt: ['confirmed-not-shipped'],
    quarantined: ['returned-to-doubt', 'confirmed-not-shipped'],
  },
  'accept-platform': { conflict: ['accepted-platform'] },
};

/**
 * Carries out a decision, with who, why and what was seen in the audit log.
 * Errors: no such op, a decision its state does not allow, an op that changed meanwhile.
 */
export function decide(core: OutboxCore, id: string, decision: Decision, cause: Cause): Result<StoredOp, Problem> {
  return core.store.transaction(() => {
    const op = core.reader.byId(id);
    if (op === null) return err({ code: 'op-not-found', id });
    const types = EVENTS[decision][op.status.state];
    if (types === undefined || !isPossible(core, op, types)) return err(notAllowed(op, ACTIONS[decision]));
    let current = op;
    for (const type of types) {
      const applied = applyEvent(core, current, { type, atMs: core.clock.now() }, cause);
      if (!applied.moved) return err({ code: 'op-changed-meanwhile' });
      current = applied.op;
    }
    return ok(current);
  });
}

/** The refusal a person reads. */
export const notAllowed = (op: StoredOp, action: OpAction): Problem => ({
  code: 'op-action-not-allowed',
  action,
  state: op.status.state,
});

/** Tries the events on the machine alone, so that a decision of several is carried out whole or not at all. */
function isPossible(core: OutboxCore, op: StoredOp, types: readonly PersonEventType[]): boolean {
  // Where a look showed no parcel, or nobody has looked, there is nothing of the platform's to accept.
  if (types.includes('accepted-platform') && (shownParcels(core, op)?.length ?? 0) === 0) return false;
  const rules = core.rulesOf(op);
  let { status } = op;
  for (const type of types) {
    const outcome = next(status, { type, atMs: core.clock.now() }, rules);
    if (!isStep(outcome)) return false;
    status = outcome.next;
  }
  return true;
}
