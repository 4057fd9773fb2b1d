import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppContract } from '../../shared/contract/index.ts';
import type { Client } from '../../shared/contract/define.ts';
import type { OpStory } from '../../shared/contract/outbox.ts';
import type { Problem } from '../../shared/contract/problem.ts';

export type OutboxStoryState = {
  readonly id: string | null;
  readonly story: OpStory | null;
  readonly problem: Problem | null;
  readonly open: (id: string) => Promise<void>;
  readonly close: () => void;
  readonly load: () => Promise<void>;
};
export type OutboxStoryStore = StoreApi<OutboxStoryState>;

/** The one op whose story is open. A story that arrives after another one was opened is dropped. */
export function createOutboxStoryStore(client: Client<AppContract>): OutboxStoryStore {
  return createStore<OutboxStoryState>((set, get) => ({
    id: null,
    story: null,
    problem: null,
    open: async (id) => {
      set({ id, story: null, problem: null });
      await get().load();
    },
    close: () => set({ id: null, story: null, problem: null }),
    load: async () => {
      const { id } = get();
      if (id === null) return;
      const answer = await client.outbox.story({ id });
      if (get().id !== id) return;
      set(answer.ok ? { story: answer.value, problem: null } : { problem: answer.error });
    },
  }));
}
