import type { OpStatus } from './machine/op-status.ts';
import { type Step, TRANSITIONS } from './machine/transitions.ts';
import type { Rules } from './machine.ts';

/**
 * Checks a move against the invariants of RELIABILITY 3d before it is written, independently of the code that made it.
 * Returns what is wrong, or null. A broken one is a defect of ours: the op is quarantined (T20), never sent.
 */
export function brokenInvariant(before: OpStatus, { transition, next }: Step, rules: Rules): string | null {
  const allowed: { readonly from: readonly string[]; readonly to: readonly string[] } = TRANSITIONS[transition];
  if (!allowed.from.includes(before.state) || !allowed.to.includes(next.state))
    return `${transition} does not lead from ${before.state} to ${next.state}`;
  if (next.state === 'shipped' && next.proof === null) return 'I-6: shipped without proof';
  if (next.state !== 'shipped' && next.proof !== null) return 'I-6: proof without shipped';
  if (next.state === 'in_doubt' && next.doubtSinceMs === null) return 'in doubt since when?';
  if (next.state === 'held' && next.holdKind === null) return 'held for what?';
  if ((next.state === 'ready' || next.state === 'wait') && next.notBeforeMs === null) return 'would never be sent';
  if (next.state === 'sending' && next.counters.attempts !== before.counters.attempts + 1) return 'uncounted attempt';
  if (next.state !== 'sending' && next.counters.attempts !== before.counters.attempts) return 'attempt without T2';
  return transition === 'T11' ? brokenResend(before, next, rules) : null;
}

/** I-4: out of doubt by itself only after two counted looks, within the class and the budget. */
function brokenResend(before: OpStatus, next: OpStatus, rules: Rules): string | null {
  const { counters } = next;
  if (rules.resendClass === 'C') return 'I-4: class C is never resent by itself';
  if (counters.autoResends > rules.maxAutoResends) return 'I-4: resent more often than allowed';
  if (counters.autoResends !== before.counters.autoResends + 1) return 'I-4: resend not counted';
  if (counters.absent < 2) return 'I-4: fewer than two looks';
  const firstAtMs = before.counters.lastAbsentAtMs;
  const lastAtMs = counters.lastAbsentAtMs;
  if (firstAtMs === null || lastAtMs === null || lastAtMs - firstAtMs < rules.readBackSpacingMs)
    return 'I-4: looks too close together';
  const settleUntilMs = before.counters.settleUntilMs;
  return settleUntilMs === null || firstAtMs < settleUntilMs ? 'I-4: looked before the settle time' : null;
}
