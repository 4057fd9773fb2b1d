import type { OutboxEvent } from '../../electron/services/outbox/machine/event.ts';
import type { OpStatus } from '../../electron/services/outbox/machine/op-status.ts';
import { isStep, type Refusal, type Step } from '../../electron/services/outbox/machine/transitions.ts';
import { next, type Rules } from '../../electron/services/outbox/machine.ts';

/** The state machine with one thing wrong about it. */
export type Machine = typeof next;

/** What makes a machine see an event, or its rules, otherwise than they are. */
const seeing =
  (change: (event: OutboxEvent, rules: Rules, status: OpStatus) => { event?: OutboxEvent; rules?: Rules }): Machine =>
  (status, event, rules) => {
    const seen = change(event, rules, status);
    return next(status, seen.event ?? event, seen.rules ?? rules);
  };

/** What makes a machine write something else than it should, where `when` holds. */
const writing =
  (
    when: (step: Step, before: OpStatus, event: OutboxEvent) => boolean,
    change: (after: OpStatus, before: OpStatus, event: OutboxEvent) => Partial<OpStatus>,
  ): Machine =>
  (before, event, rules): Step | Refusal => {
    const outcome = next(before, event, rules);
    if (!isStep(outcome) || !when(outcome, before, event)) return outcome;
    return { ...outcome, next: { ...outcome.next, ...change(outcome.next, before, event) } };
  };

type Verdict = Extract<OutboxEvent, { type: 'answered' }>['answer']['verdict'];
const NOT_SENT: Verdict = { kind: 'not-sent', reached: false };

/** An answer of one kind taken for one of another. */
const mistaking = (kind: Verdict['kind'], verdict: Verdict): Machine =>
  seeing((event) =>
    event.type === 'answered' && event.answer.verdict.kind === kind
      ? { event: { ...event, answer: { ...event.answer, verdict } } }
      : {},
  );

/** A look that shows one thing taken for another. */
const misreading = (kind: 'ours' | 'absent' | 'failed', result: 'ours' | 'absent'): Machine =>
  seeing((event) =>
    event.type === 'looked' && event.result.kind === kind ? { event: { ...event, result: { kind: result } } } : {},
  );

/** No quiet time after one kind of event. */
const hasty = (type: OutboxEvent['type']): Machine =>
  seeing((event, rules) => (event.type === type ? { rules: { ...rules, settleMs: 0 } } : {}));

const is =
  (transition: Step['transition']) =>
  (step: Step): boolean =>
    step.transition === transition;

const crashed = (step: Step, before: OpStatus, event: OutboxEvent): boolean =>
  event.type === 'process-started' && before.state === 'sending' && step.transition === 'T8';

/** Twenty-one defects of the state machine, each of which a simulated warehouse or an invariant must find (X18). */
export const MUTANTS: Readonly<Record<string, Machine>> = {
  'an unknown outcome is taken for a no': mistaking('ambiguous', NOT_SENT),
  'an unknown outcome is taken for a yes': mistaking('ambiguous', { kind: 'applied' }),
  'a yes is taken for a no': mistaking('applied', NOT_SENT),
  'a call that never left is taken for a yes': mistaking('not-sent', { kind: 'applied' }),
  'a busy platform is taken for a yes': mistaking('retry', { kind: 'applied' }),
  'a crash puts what was being sent back into the queue': writing(crashed, (_, { counters }, { atMs }) => ({
    ...{ state: 'ready', notBeforeMs: atMs, doubtSinceMs: null, counters },
  })),
  'a crash calls what was being sent shipped': writing(crashed, () => ({
    ...{ state: 'shipped', proof: 'response', notBeforeMs: null },
  })),
  'no quiet time after an unknown answer': hasty('answered'),
  'no quiet time after a crash': hasty('process-started'),
  'two looks count however close they are': seeing((_, rules) => ({ rules: { ...rules, readBackSpacingMs: 0 } })),
  'one look is enough': writing(
    ({ transition, next: { counters } }) => transition === 'T12' && counters.absent === 1,
    (_, __, { atMs }) => ({ state: 'wait', notBeforeMs: atMs, doubtSinceMs: null }),
  ),
  'it sends again as often as it likes': seeing((_, rules) => ({ rules: { ...rules, maxAutoResends: 99 } })),
  'what it sends again is not counted': writing(is('T11'), ({ counters }) => ({
    counters: { ...counters, autoResends: 0 },
  })),
  'a look that finds nothing calls it shipped': misreading('absent', 'ours'),
  'a look that finds our parcel is taken for one that finds nothing': misreading('ours', 'absent'),
  'a look that failed is taken for one that finds nothing': misreading('failed', 'absent'),
  'attempts are not counted': writing(is('T2'), ({ counters }) => ({
    counters: { ...counters, attempts: counters.attempts - 1 },
  })),
  'shipped without a proof': writing(is('T3'), () => ({ proof: null })),
  'found at the platform without a proof': writing(is('T9'), () => ({ proof: null })),
  'in doubt since nobody knows when': writing(is('T5'), () => ({ doubtSinceMs: null })),
  'a wait without an end': writing(is('T4'), () => ({ notBeforeMs: null })),
};

/** The first seed by which a mutant is found out; null where none of so many seeds does. */
export function foundOutBy(
  simulate: (
    seed: number,
    variant: 'as-built',
    machine: Machine,
  ) => { lost: number; doubled: number; falselyShipped: number },
  machine: Machine,
  seeds: { readonly first: number; readonly count: number },
): number | null {
  for (let seed = seeds.first; seed < seeds.first + seeds.count; seed += 1) {
    try {
      const { lost, doubled, falselyShipped } = simulate(seed, 'as-built', machine);
      if (lost + doubled + falselyShipped > 0) return seed;
    } catch {
      // An invariant, or a warehouse that never comes to an end.
      return seed;
    }
  }
  return null;
}
