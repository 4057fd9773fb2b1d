import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RecoveryReport, ToldCause } from '../../shared/contract/care.ts';
import type { AppContract } from '../../shared/contract/index.ts';
import type { Client } from '../../shared/contract/define.ts';

export type RecoveryState = {
  /** Null until the backend answered once, and where there was no recovery. */
  readonly report: RecoveryReport | null;
  readonly load: () => Promise<void>;
};

/** What the newest recovery of the data came to. */
export function createRecoveryStore(client: Client<AppContract>): StoreApi<RecoveryState> {
  return createStore<RecoveryState>((set) => ({
    report: null,
    load: async () => {
      const answer = await client.care.recovery({});
      if (answer.ok) set({ report: answer.value.report });
    },
  }));
}

export type ToldCauseState = {
  /** Null until the backend answered once, and where there is nothing to tell. */
  readonly cause: ToldCause | null;
  readonly load: () => Promise<void>;
};

/** What happened to the data, as far as anybody may know it. */
export function createToldCauseStore(client: Client<AppContract>): StoreApi<ToldCauseState> {
  return createStore<ToldCauseState>((set) => ({
    cause: null,
    load: async () => {
      const answer = await client.system.info({});
      if (answer.ok) set({ cause: answer.value.recovered });
    },
  }));
}
