import type { OutboxPolicy } from '../policy.ts';
import type { OutboxEvent, PersonEventType } from './event.ts';
import type { OpFacts, OpStatus } from './op-status.ts';
import { FORBIDDEN, type Refusal, type Step, step } from './transitions.ts';

type PersonEvent = OutboxEvent & { readonly type: PersonEventType };

/** What a person's decision makes of an op: T13, T14, T16 to T19 and T21. Nobody can touch an op that is being sent. */
export function onDecided(status: OpStatus, event: PersonEvent, rules: OutboxPolicy & OpFacts): Step | Refusal {
  const decide = DECISIONS[`${status.state}/${event.type}`];
  return decide === undefined ? FORBIDDEN : decide(status, event.atMs, rules);
}

type Decide = (status: OpStatus, atMs: number, rules: OutboxPolicy & OpFacts) => Step;

const SETTLED = { notBeforeMs: null, doubtSinceMs: null, holdKind: null } as const;

const cancelled =
  (transition: 'T16' | 'T17' | 'T19', code: 'local:operator-cancelled' | 'local:replaced'): Decide =>
  (status) =>
    step(transition, status, { ...SETTLED, state: 'cancelled', code });

const shipped =
  (transition: 'T13' | 'T18', code: 'local:operator-shipped' | 'local:operator-accepted'): Decide =>
  (status) =>
    step(transition, status, { ...SETTLED, state: 'shipped', proof: 'operator', code });

/** The counters of tries and of the hold start again; what the machine resent by itself stays counted. */
const released: Decide = (status, atMs) =>
  step('T14', status, {
    ...SETTLED,
    state: 'ready',
    notBeforeMs: atMs,
    code: 'local:operator-released',
    message: '',
    counters: {
      ...status.counters,
      tries: 0,
      retryCode: null,
      retryCodeTries: 0,
      onlineMs: 0,
      lastTryAtMs: null,
      heldSinceMs: null,
    },
  });

const notShipped: Decide = (status, atMs) =>
  step('T13', status, { ...SETTLED, state: 'wait', notBeforeMs: atMs, code: 'local:operator-not-shipped' });

/** T21 looks the op up as after a crash: the settle time runs anew. */
const backToDoubt: Decide = (status, atMs, rules) => {
  const settleUntilMs = atMs + rules.settleMs;
  return step('T21', status, {
    state: 'in_doubt',
    doubtSinceMs: atMs,
    notBeforeMs: rules.canLook ? settleUntilMs : null,
    counters: {
      ...status.counters,
      deaths: 0,
      settleUntilMs,
      absent: 0,
      lastAbsentAtMs: null,
      absentEpoch: null,
      failedLooks: 0,
      lookFirst: null,
    },
  });
};

/** Every decision that exists, by state; what is not listed is forbidden. */
const DECISIONS: Readonly<Record<string, Decide>> = {
  'wait/hurried': (status, atMs) => step('hurried', status, { notBeforeMs: atMs }),
  'held/released': released,
  'ready/cancelled': cancelled('T17', 'local:operator-cancelled'),
  'wait/cancelled': cancelled('T17', 'local:operator-cancelled'),
  'held/cancelled': cancelled('T17', 'local:operator-cancelled'),
  'rejected/cancelled': cancelled('T17', 'local:operator-cancelled'),
  'conflict/cancelled': cancelled('T19', 'local:operator-cancelled'),
  'held/replaced': cancelled('T17', 'local:replaced'),
  'rejected/replaced': cancelled('T16', 'local:replaced'),
  'conflict/replaced': cancelled('T19', 'local:replaced'),
  'in_doubt/confirmed-shipped': shipped('T13', 'local:operator-shipped'),
  'in_doubt/confirmed-not-shipped': notShipped,
  'in_doubt/refused-by-person': (status) =>
    step('T13', status, { ...SETTLED, state: 'rejected', code: 'local:operator-not-shipped' }),
  'conflict/accepted-platform': shipped('T18', 'local:operator-accepted'),
  'quarantined/returned-to-doubt': backToDoubt,
};
