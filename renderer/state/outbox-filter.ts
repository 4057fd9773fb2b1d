import { NEEDS_YOU_STATES, OpStateSchema, type OpState } from '../../shared/domain/op.ts';

/** What the outbox shows: all, everything a person has to act on, or one state. */
export type OutboxFilter = 'all' | 'needs-you' | OpState;

/** The states of the chips in their order: what needs a person first, then doubt, then the work going on, then the end. */
export const CHIP_STATES: readonly OpState[] = [
  ...NEEDS_YOU_STATES,
  'in_doubt',
  'ready',
  'wait',
  'sending',
  'shipped',
  'cancelled',
];

/** The `states` of the contract's list for a filter; undefined asks for all. */
export function filterStates(filter: OutboxFilter): readonly OpState[] | undefined {
  if (filter === 'all') return undefined;
  return filter === 'needs-you' ? NEEDS_YOU_STATES : [filter];
}

/** Reads a filter from an address such as `?state=in_doubt`; anything unknown is `all`. */
export function filterFrom(text: string | null): OutboxFilter {
  if (text === 'needs-you') return text;
  const state = OpStateSchema.safeParse(text);
  return state.success ? state.data : 'all';
}
