import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenInvariant } from '../../electron/services/outbox/invariants.ts';
import { newStatus, type OpStatus } from '../../electron/services/outbox/machine/op-status.ts';
import { isStep, type Step, TRANSITIONS } from '../../electron/services/outbox/machine/transitions.ts';
import { next, type Rules } from '../../electron/services/outbox/machine.ts';
import type { OutboxEvent } from '../../electron/services/outbox/machine/event.ts';
import { type Happening, life } from './event-arbitraries.ts';
import { rulesFor, SAFE_POLICY } from './rules.ts';

const RUNS = 10_000;
const MINUTE = 60_000;

type Move = { readonly before: OpStatus; readonly event: OutboxEvent; readonly step: Step };

/** Plays events on the machine; `watch` sees every move. */
function play(happenings: readonly Happening[], rules: Rules, watch: (move: Move) => void): OpStatus {
  let atMs = 1_000_000;
  let epoch = 1;
  let status = newStatus(atMs);
  for (const { afterMs, make } of happenings) {
    atMs += afterMs;
    const event = make({ atMs, epoch });
    if (event.type === 'process-started') epoch += 1;
    const outcome = next(status, event, rules);
    if (!isStep(outcome)) continue;
    watch({ before: status, event, step: outcome });
    status = outcome.next;
  }
  return status;
}

const anyRules = fc
  .record({ resendClass: fc.constantFrom('A', 'B', 'C'), canLook: fc.boolean() })
  .map((facts) => rulesFor(facts));

const check = (watch: (rules: Rules) => (move: Move) => void): void =>
  fc.assert(
    fc.property(life, anyRules, (happenings, rules) => {
      play(happenings, rules, watch(rules));
    }),
    { numRuns: RUNS },
  );

describe('The outbox machine', () => {
  it('never breaks an invariant that is checked at run time', () => {
    check((rules) => ({ before, step }) => {
      expect(brokenInvariant(before, step, rules)).toBeNull();
    });
  }, 60_000);

  it('reaches every transition of the specification', () => {
    const seen = new Set<string>();
    check(
      () =>
        ({ step }) =>
          seen.add(step.transition),
    );
    expect([...seen].toSorted()).toEqual(Object.keys(TRANSITIONS).toSorted());
  }, 60_000);

  it('lets an op out of doubt to be sent again only by a person or after two spaced looks past the settle time (I-4)', () => {
    let resent = 0;
    check((rules) => {
      let quietFromMs = 0;
      let absentAtMs: number[] = [];
      let resends = 0;
      return ({ before, event, step }) => {
        const intoDoubt = before.state !== 'in_doubt' && step.next.state === 'in_doubt';
        if (intoDoubt || event.type === 'clock-jumped' || event.type === 'restored') {
          quietFromMs = event.atMs;
          absentAtMs = [];
        }
        if (event.type === 'process-started') absentAtMs = [];
        if (event.type === 'looked' && event.result.kind === 'absent') absentAtMs.push(event.lookedAtMs);
        if (before.state !== 'in_doubt' || step.next.state !== 'wait') return;
        if (event.type === 'confirmed-not-shipped') return;
        resends += 1;
        resent += 1;
        const counted = absentAtMs.filter((atMs) => atMs >= quietFromMs + SAFE_POLICY.settleMs);
        expect(event.type).toBe('looked');
        expect(counted.length).toBeGreaterThanOrEqual(2);
        expect((counted.at(-1) ?? 0) - (counted[0] ?? 0)).toBeGreaterThanOrEqual(MINUTE);
        expect(rules.resendClass).not.toBe('C');
        expect(resends).toBe(1);
      };
    });
    expect(resent).toBeGreaterThan(500);
  }, 60_000);

  it('never begins a second call while one is open, nor from doubt (T23)', () => {
    check(() => ({ before, step }) => {
      if (step.next.state === 'sending') expect(['ready', 'wait']).toContain(before.state);
    });
  }, 60_000);

  it('calls an op shipped only with a proof, and then nothing changes it any more (I-6, T24)', () => {
    check(() => ({ before, event, step }) => {
      expect(['shipped', 'cancelled']).not.toContain(before.state);
      if (step.next.state !== 'shipped') return;
      const proven =
        (event.type === 'answered' && event.answer.verdict.kind === 'applied') ||
        (event.type === 'looked' && event.result.kind === 'ours') ||
        event.type === 'confirmed-shipped' ||
        event.type === 'accepted-platform';
      expect(proven).toBe(true);
    });
  }, 60_000);

  it('withdraws only what is proven not applied, or lies with a person as a conflict (T17, T19)', () => {
    check(() => ({ before, step }) => {
      if (step.next.state === 'cancelled')
        expect(['ready', 'wait', 'held', 'rejected', 'conflict']).toContain(before.state);
    });
  }, 60_000);

  it('never leaves an op that should move by itself without a due time', () => {
    check((rules) => ({ step }) => {
      const { state, notBeforeMs } = step.next;
      if (state === 'ready' || state === 'wait' || state === 'held') expect(notBeforeMs).not.toBeNull();
      if (state === 'in_doubt' && rules.canLook) expect(notBeforeMs).not.toBeNull();
    });
  }, 60_000);

  it('gives up after eight tries that are proven not applied (T22)', () => {
    let status = newStatus(0);
    let atMs = 0;
    const states: string[] = [];
    for (let tries = 0; tries < 8; tries += 1) {
      atMs += 3_600_000;
      const begun = next(status, { type: 'begun', atMs }, rulesFor());
      if (!isStep(begun)) throw new Error('not begun');
      const answer = { verdict: { kind: 'not-sent', reached: false }, code: 'c', message: '', requestId: '' } as const;
      const ended = next(begun.next, { type: 'answered', atMs, answer, random: 0.5, onlineMs: 0 }, rulesFor());
      if (!isStep(ended)) throw new Error('not ended');
      states.push(ended.next.state);
      status = ended.next;
    }
    expect(states).toEqual([...Array<string>(7).fill('wait'), 'held']);
    expect(status.holdKind).toBe('tries');
  });
});
