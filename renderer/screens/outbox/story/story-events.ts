import type { OpStory } from '../../../../shared/contract/outbox.ts';

type Attempt = OpStory['attempts'][number];
type ReadBack = OpStory['readBacks'][number];
type History = OpStory['history'][number];

/** One thing that happened to an op. */
export type StoryEvent =
  | { readonly kind: 'attempt'; readonly at: string; readonly attempt: Attempt }
  | { readonly kind: 'read-back'; readonly at: string; readonly readBack: ReadBack }
  | { readonly kind: 'history'; readonly at: string; readonly entry: History };

const ORDER = { history: 0, attempt: 1, 'read-back': 2 } as const;

/** Tries, looks and decisions in one line of time, oldest first. */
export function storyEvents(story: OpStory): readonly StoryEvent[] {
  const events: StoryEvent[] = [
    ...story.history.map((entry) => ({ kind: 'history' as const, at: entry.at, entry })),
    ...story.attempts.map((attempt) => ({ kind: 'attempt' as const, at: attempt.startedAt, attempt })),
    ...story.readBacks.map((readBack) => ({ kind: 'read-back' as const, at: readBack.at, readBack })),
  ];
  return events.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || ORDER[a.kind] - ORDER[b.kind]);
}

/** When bytes for this op were last on their way to the platform; null when none ever were. */
export const lastSentAt = (story: OpStory): string | null =>
  story.attempts.filter((attempt) => attempt.phase !== 'none').at(-1)?.startedAt ?? null;

/** The last look that could tell anything. */
export const lastLook = (story: OpStory): ReadBack | null =>
  story.readBacks.filter((readBack) => readBack.result !== 'failed').at(-1) ?? null;
