import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Override } from '../../shared/contract/define.ts';
import type { Problem } from '../../shared/contract/problem.ts';

/** A call that was refused for want of a role, and why the leave given so far was not enough. */
export type LeaveQuestion = { readonly name: string; readonly role: string; readonly problem: Problem | null };

export type LeaveState = { readonly asked: LeaveQuestion | null };

/** Where refused calls wait for somebody's leave; one at a time, in their order. */
export type LeaveDesk = {
  readonly store: StoreApi<LeaveState>;
  /** Resolves with somebody's leave, or null when nobody gives it. */
  readonly ask: (question: LeaveQuestion) => Promise<Override | null>;
  readonly answer: (leave: Override | null) => void;
};

/** Creates the desk; a dialog shows what is asked and answers. */
export function createLeaveDesk(): LeaveDesk {
  const store = createStore<LeaveState>(() => ({ asked: null }));
  let settle: ((leave: Override | null) => void) | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const askNow = (question: LeaveQuestion): Promise<Override | null> =>
    new Promise((resolve) => {
      settle = resolve;
      store.setState({ asked: question });
    });
  return {
    store,
    ask: (question) => {
      const answered = last.then(() => askNow(question));
      last = answered;
      return answered;
    },
    answer: (leave) => {
      const waiting = settle;
      settle = null;
      store.setState({ asked: null });
      waiting?.(leave);
    },
  };
}
