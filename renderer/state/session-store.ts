import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SessionView } from '../../shared/contract/operators.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { BackendLink } from './backend-link.ts';
import { onChange } from './change-feed.ts';

export type SessionState = {
  /** Null until the backend has said who stands here. */
  readonly session: SessionView | null;
  /** Why the last call came to nothing; stays until a later one succeeds. */
  readonly problem: Problem | null;
  /** Somebody signed in wants to hand the desk over, lock it or leave it. */
  readonly handingOver: boolean;
  readonly load: () => Promise<void>;
  readonly signIn: (operatorId: string, pin: string) => Promise<boolean>;
  readonly signOut: () => Promise<void>;
  readonly lock: () => Promise<void>;
  readonly stillHere: () => void;
  readonly settleKept: (take: boolean) => Promise<boolean>;
  readonly handOver: (open: boolean) => void;
  /** Something came up while a code was taken that only signing in can answer. */
  readonly tell: (problem: Problem | null) => void;
};
export type SessionStore = StoreApi<SessionState>;

/** Who stands at this window. The backend decides; the page only shows and asks. */
export function createSessionStore(link: BackendLink): SessionStore {
  const { operators } = link.client;
  const store = createStore<SessionState>((set, get) => {
    const take = (answer: Result<SessionView, Problem>): boolean => {
      set(answer.ok ? { session: answer.value, problem: null, handingOver: false } : { problem: answer.error });
      return answer.ok;
    };
    return {
      session: null,
      problem: null,
      handingOver: false,
      load: async () => {
        const answer = await operators.session({});
        if (!answer.ok) return get().session === null ? set({ problem: answer.error }) : undefined;
        const before = get().session;
        const entered = answer.value.state === 'signed-in' && !isSamePerson(before, answer.value);
        set({ session: answer.value, ...(entered ? { problem: null, handingOver: false } : {}) });
      },
      signIn: async (operatorId, pin) => take(await operators.signIn({ operatorId, pin })),
      signOut: async () => void take(await operators.signOut({})),
      lock: async () => void take(await operators.lock({})),
      stillHere: () => void operators.stillHere({}),
      settleKept: async (takeThem) => {
        const answer = await operators.settleKeptScans({ take: takeThem });
        if (!answer.ok) set({ problem: answer.error });
        await get().load();
        return answer.ok;
      },
      handOver: (open) => set({ handingOver: open, problem: null }),
      tell: (problem) => set({ problem }),
    };
  });
  onChange(link, ['session.changed', 'operators.changed'], () => store.getState().load());
  return store;
}

/** Whether two views tell of the same person with the same leave to work. */
const isSamePerson = (before: SessionView | null, now: SessionView | null): boolean =>
  before?.state === now?.state && before?.operator?.id === now?.operator?.id && before?.access === now?.access;
