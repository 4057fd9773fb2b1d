import { brokenInvariant } from '../../electron/services/outbox/invariants.ts';
import type { OutboxEvent } from '../../electron/services/outbox/machine/event.ts';
import { mayResend } from '../../electron/services/outbox/machine/looked.ts';
import { newStatus, type OpStatus, wasInDoubt } from '../../electron/services/outbox/machine/op-status.ts';
import { isStep } from '../../electron/services/outbox/machine/transitions.ts';
import { next, type Rules } from '../../electron/services/outbox/machine.ts';
import { createSimulatedPlatform, drawBatch } from './simulated-platform.ts';
import { rulesFor } from './rules.ts';

/**
 * `naive` puts what a dead process was sending back into the queue; `hasty` looks at once and trusts it; `repeating`
 * sends a batch of unknown outcome again as a whole.
 */
export type Variant = 'as-built' | 'naive' | 'hasty' | 'repeating';

export type Verdict = {
  lost: number;
  doubled: number;
  falselyShipped: number;
  resent: number;
  crashes: number;
  steps: number;
  /** Calls that held more than one order. */
  batches: number;
};

const OPS = 12;
const MOST_PER_CALL = 5;
const CALL_TIMEOUT_MS = 150;
/** Longest a request may still take effect after its caller gave up is 300 ms; the settle time is well above it. */
const SETTLE_MS = 700;

/** A small repeatable random source (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const rulesOf = (variant: Variant, op: number): Rules => ({
  ...rulesFor({ resendClass: op % 3 === 0 ? 'A' : 'B' }),
  callTimeoutMs: CALL_TIMEOUT_MS,
  settleMs: variant === 'hasty' ? 0 : SETTLE_MS,
  readBackSpacingMs: variant === 'hasty' ? 0 : 200,
  failedLookMs: [50, 100, 400],
  slowLookMs: 1_000,
  backoffBaseMs: 20,
  backoffCapMs: 500,
  maxDeaths: 1_000,
  maxTries: 1_000,
});

type Call = {
  readonly op: number;
  readonly endsAtMs: number;
  readonly verdict: Extract<OutboxEvent, { type: 'answered' }>['answer']['verdict'];
  readonly batch: boolean;
};

/**
 * One run of the whole life of a few ops in one thread of simulated time: durable states, calls in flight that a crash
 * forgets, a platform that goes on applying them, wall-clock jumps. Every other seed is a platform that takes up to
 * `MOST_PER_CALL` orders in one call. Everything comes from the seed. `machine` is replaced to see that defects are found.
 */
export function simulate(seed: number, variant: Variant, machine: typeof next = next): Verdict {
  const random = seeded(seed);
  const platform = createSimulatedPlatform();
  const ops: OpStatus[] = [];
  const verdict: Verdict = { lost: 0, doubled: 0, falselyShipped: 0, resent: 0, crashes: 0, steps: 0, batches: 0 };
  const mostPerCall = seed % 2 === 0 ? MOST_PER_CALL : 1;
  let timeMs = 0;
  let wallOffsetMs = 1_000_000;
  let epoch = 1;
  let calls: Call[] = [];
  const wall = (): number => timeMs + wallOffsetMs;

  const tell = (op: number, event: OutboxEvent): boolean => {
    const status = ops[op] as OpStatus;
    const rules = rulesOf(variant, op);
    const outcome = machine(status, event, rules);
    verdict.steps += 1;
    if (!isStep(outcome)) return false;
    if (variant === 'as-built') {
      const broken = brokenInvariant(status, outcome, rules);
      if (broken !== null) throw new Error(`seed ${seed}: ${broken}`);
    }
    if (outcome.transition === 'T11') verdict.resent += 1;
    ops[op] = outcome.next;
    return true;
  };
  const send = (together: readonly number[]): void => {
    const begun = together.filter((op) => tell(op, { type: 'begun', atMs: wall() }));
    if (begun.length > 1) verdict.batches += 1;
    const behaviours = drawBatch(random, begun.length);
    for (const [index, op] of begun.entries()) {
      const { appliesAfterMs = null, answer = null } = behaviours[index] ?? {};
      if (appliesAfterMs !== null) platform.receive(op, timeMs + appliesAfterMs);
      const inTime = answer !== null && answer.afterMs <= CALL_TIMEOUT_MS;
      calls.push({
        op,
        endsAtMs: timeMs + (inTime ? answer.afterMs : CALL_TIMEOUT_MS),
        verdict: inTime ? answer.verdict : { kind: 'ambiguous' },
        batch: begun.length > 1,
      });
    }
  };
  const look = (op: number): void => {
    const result = random() < 0.1 ? 'failed' : platform.has(op) ? 'ours' : 'absent';
    tell(op, { type: 'looked', atMs: wall(), lookedAtMs: wall(), result: { kind: result }, epoch });
  };
  const endCalls = (): void => {
    const ended = calls.filter(({ endsAtMs }) => endsAtMs <= timeMs);
    calls = calls.filter(({ endsAtMs }) => endsAtMs > timeMs);
    for (const call of ended) {
      const answer = { verdict: call.verdict, code: null, message: '', requestId: '' };
      tell(call.op, { type: 'answered', atMs: wall(), answer, random: random(), onlineMs: 0 });
      const status = ops[call.op] as OpStatus;
      if (variant === 'repeating' && call.batch && status.state === 'in_doubt')
        ops[call.op] = { ...status, state: 'wait', notBeforeMs: wall() };
    }
  };
  const crash = (): void => {
    verdict.crashes += 1;
    calls = [];
    epoch += 1;
    timeMs += Math.floor(random() * 60);
    for (const [op, status] of ops.entries()) {
      if (variant === 'naive' && status.state === 'sending')
        ops[op] = { ...status, state: 'ready', notBeforeMs: wall() };
      else tell(op, { type: 'process-started', atMs: wall() });
    }
  };
  const jumpClock = (): void => {
    wallOffsetMs += (random() < 0.5 ? -1 : 1) * 3_600_000;
    for (const op of ops.keys()) tell(op, { type: 'clock-jumped', atMs: wall() });
  };
  const act = (): void => {
    let together: number[] = [];
    for (const [op, status] of ops.entries()) {
      const due = status.notBeforeMs !== null && status.notBeforeMs <= wall();
      if (due && (status.state === 'ready' || status.state === 'wait')) {
        if (wasInDoubt(status)) send([op]);
        else together.push(op);
      }
      if (together.length === mostPerCall) {
        send(together);
        together = [];
      }
      if (due && status.state === 'in_doubt') look(op);
    }
    if (together.length > 0) send(together);
  };
  /** A person decides by the truth, and only about what nothing else will decide. */
  const person = (op: number): void => {
    const status = ops[op] as OpStatus;
    const stuck =
      status.state === 'in_doubt' && status.counters.absent >= 2 && !mayResend(status, rulesOf(variant, op));
    if (!stuck || !platform.isQuiet(op)) return;
    tell(op, { type: platform.has(op) ? 'confirmed-shipped' : 'confirmed-not-shipped', atMs: wall() });
  };

  for (let saved = 0; saved < OPS || ops.some(({ state }) => state !== 'shipped'); ) {
    timeMs += Math.floor(random() * 40);
    platform.advanceTo(timeMs);
    if (saved < OPS && random() < 0.3) {
      // Where calls hold several orders they come several at a time, as from an import.
      for (let come = 0; come < mostPerCall && saved < OPS; come += 1) {
        ops.push(newStatus(wall()));
        saved += 1;
      }
    }
    endCalls();
    act();
    if (timeMs < 20_000 && random() < 0.06) crash();
    if (timeMs < 20_000 && random() < 0.002) jumpClock();
    for (const op of ops.keys()) person(op);
    if (timeMs > 30_000_000) throw new Error(`seed ${seed}: stuck in ${ops.map(({ state }) => state).join(', ')}`);
  }
  platform.advanceTo(timeMs + 60_000);
  for (const [op, status] of ops.entries()) {
    const count = platform.count(op);
    if (count > 1) verdict.doubled += 1;
    if (count === 0 && status.state !== 'shipped') verdict.lost += 1;
    if (count === 0 && status.state === 'shipped') verdict.falselyShipped += 1;
  }
  return verdict;
}
