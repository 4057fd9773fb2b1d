import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RecoveryReport } from '../../shared/contract/care.ts';
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
