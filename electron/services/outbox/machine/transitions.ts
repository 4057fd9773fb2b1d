import type { OpState } from '../../../../shared/domain/op.ts';
import type { Effect } from './event.ts';
import type { OpStatus } from './op-status.ts';

const OPEN: readonly OpState[] = [
  'ready',
  'wait',
  'sending',
  'in_doubt',
  'held',
  'rejected',
  'conflict',
  'quarantined',
];

/**
 * The transitions of RELIABILITY 3b by name: from where and to where. T1 creates an op; T23 (a second try inside one
 * attempt) and T24 (anything after shipped) are forbidden and therefore have no entry. A look may also be made before
 * sending (PLATFORMS 7, rule 7) and for a held or conflicting op: then T7, T9 and T10 start from those states too.
 * The names that are not numbers change no state: a look's outcome or a new due time.
 */
export const TRANSITIONS = {
  T2: { from: ['ready', 'wait'], to: ['sending'] },
  T3: { from: ['sending'], to: ['shipped'] },
  T4: { from: ['sending'], to: ['wait'] },
  T5: { from: ['sending'], to: ['in_doubt'] },
  T6: { from: ['sending', 'in_doubt'], to: ['rejected'] },
  T7: { from: ['sending', 'ready', 'wait'], to: ['held'] },
  T8: { from: ['sending', 'ready', 'wait', 'held'], to: ['in_doubt'] },
  T9: { from: ['in_doubt', 'ready', 'wait', 'held', 'conflict'], to: ['shipped'] },
  T10: { from: ['in_doubt', 'sending', 'ready', 'wait', 'held'], to: ['conflict'] },
  T11: { from: ['in_doubt'], to: ['wait'] },
  T12: { from: ['in_doubt'], to: ['in_doubt'] },
  T13: { from: ['in_doubt'], to: ['shipped', 'wait', 'rejected'] },
  T14: { from: ['held'], to: ['ready'] },
  T15: { from: ['held'], to: ['rejected'] },
  T16: { from: ['rejected'], to: ['cancelled'] },
  T17: { from: ['ready', 'wait', 'held', 'rejected'], to: ['cancelled'] },
  T18: { from: ['conflict'], to: ['shipped'] },
  T19: { from: ['conflict'], to: ['cancelled'] },
  T20: { from: OPEN, to: ['quarantined'] },
  T21: { from: ['quarantined'], to: ['in_doubt'] },
  T22: { from: ['sending', 'ready', 'wait'], to: ['held'] },
  hurried: { from: ['ready', 'wait'], to: ['ready', 'wait'] },
  postponed: { from: ['ready', 'wait'], to: ['ready', 'wait'] },
  'still-held': { from: ['held'], to: ['held'] },
  'clock-corrected': { from: ['ready', 'wait', 'in_doubt', 'held'], to: ['ready', 'wait', 'in_doubt', 'held'] },
} as const satisfies Record<string, { readonly from: readonly OpState[]; readonly to: readonly OpState[] }>;

export type TransitionName = keyof typeof TRANSITIONS;

/** One move of an op. */
export type Step = {
  readonly transition: TransitionName;
  readonly next: OpStatus;
  readonly effects: readonly Effect[];
};

/**
 * Why an event changes nothing: `forbidden` in this state (T23 and T24 among others), `not-due` yet, or `nothing` to
 * change (what was found fits the state the op is in).
 */
export type Refusal = { readonly refused: 'forbidden' | 'not-due' | 'nothing' };

/** Changes the given fields of a status; everything else stays. */
export const step = (
  transition: TransitionName,
  status: OpStatus,
  change: Partial<OpStatus>,
  effects: readonly Effect[] = [],
): Step => ({ transition, next: { ...status, ...change }, effects });

/** An event that has no place in the op's state. */
export const FORBIDDEN: Refusal = { refused: 'forbidden' };

/** True for a move rather than a refusal. */
export const isStep = (outcome: Step | Refusal): outcome is Step => 'next' in outcome;
