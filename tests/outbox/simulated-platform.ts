import type { Answer } from '../../electron/services/outbox/machine/event.ts';

/** What the platform does with one request. All times are simulated ms. */
export type Behaviour = {
  /** When it takes effect after arriving; null: never. */
  readonly appliesAfterMs: number | null;
  /** What the caller is told, and when; null: it hears nothing until its own time limit. */
  readonly answer: { readonly afterMs: number; readonly verdict: Answer['verdict'] } | null;
};

/** The mixture of RELIABILITY 6a: some answers are lost, some requests are applied although the answer says otherwise. */
export function drawBehaviour(random: () => number): Behaviour {
  const slow = random() < 0.15 ? Math.floor(random() * 300) : 0;
  const dice = random();
  if (dice < 0.06) return { appliesAfterMs: null, answer: { afterMs: slow, verdict: BUSY } };
  if (dice < 0.12) return { appliesAfterMs: null, answer: { afterMs: slow, verdict: { kind: 'ambiguous' } } };
  if (dice < 0.24) return { appliesAfterMs: slow, answer: { afterMs: slow, verdict: { kind: 'ambiguous' } } };
  if (dice < 0.27) return { appliesAfterMs: slow, answer: null };
  if (dice < 0.3)
    return { appliesAfterMs: null, answer: { afterMs: 0, verdict: { kind: 'not-sent', reached: false } } };
  return { appliesAfterMs: slow, answer: { afterMs: slow, verdict: { kind: 'applied' } } };
}

/**
 * What the platform does with each order of one call. The call as a whole is answered in time or not; where it is, each
 * order has an answer of its own, and where it is not, some of them may have been applied.
 */
export function drawBatch(random: () => number, orders: number): readonly Behaviour[] {
  const whole = drawBehaviour(random);
  const answered = whole.answer?.verdict.kind === 'applied';
  return Array.from({ length: orders }, (_, index): Behaviour => {
    if (index === 0 || random() < 0.8) return whole;
    if (!answered) return whole.appliesAfterMs === null ? whole : { ...whole, appliesAfterMs: null };
    const own = drawBehaviour(random);
    // Within an answer that came, an order cannot be unreachable or unanswered; at worst its item says nothing.
    const verdict = own.answer === null || own.answer.verdict.kind === 'not-sent' ? MUTE : own.answer.verdict;
    return { appliesAfterMs: own.appliesAfterMs, answer: { afterMs: whole.answer?.afterMs ?? 0, verdict } };
  });
}

const MUTE: Answer['verdict'] = { kind: 'ambiguous' };
const BUSY: Answer['verdict'] = { kind: 'retry', minWaitMs: 20, maxTries: 8 };

/** Requests on their way: they take effect even when the caller is gone. Without any protection against repeats. */
export function createSimulatedPlatform() {
  const applied: { readonly op: number; readonly atMs: number }[] = [];
  let coming: { readonly op: number; readonly atMs: number }[] = [];
  return {
    receive: (op: number, atMs: number): void => {
      coming.push({ op, atMs });
    },
    advanceTo: (nowMs: number): void => {
      applied.push(...coming.filter(({ atMs }) => atMs <= nowMs));
      coming = coming.filter(({ atMs }) => atMs > nowMs);
    },
    has: (op: number): boolean => applied.some((entry) => entry.op === op),
    count: (op: number): number => applied.filter((entry) => entry.op === op).length,
    isQuiet: (op: number): boolean => coming.every((entry) => entry.op !== op),
  };
}
