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

/** What the contract's list is asked with for a filter. */
export function filterQuestion(filter: OutboxFilter): { readonly states?: OpState[]; readonly needsYou?: true } {
  if (filter === 'all') return {};
  return filter === 'needs-you' ? { needsYou: true } : { states: [filter] };
}

/** Reads a filter from an address such as `?state=in_doubt`; anything unknown is `all`. */
export function filterFrom(text: string | null): OutboxFilter {
  if (text === 'needs-you') return text;
  const state = OpStateSchema.safeParse(text);
  return state.success ? state.data : 'all';
}
