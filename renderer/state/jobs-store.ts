import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppContract } from '../../shared/contract/index.ts';
import type { Client } from '../../shared/contract/define.ts';
import type { JobView } from '../../shared/contract/job.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import type { Result } from '../../shared/kernel/result.ts';

export type JobsState = {
  readonly jobs: readonly JobView[];
  /** The shop a pull started here is for, by job id. */
  readonly shopOf: Readonly<Record<string, string>>;
  readonly load: () => Promise<void>;
  readonly pull: (shop: { readonly id: string; readonly name: string }) => Promise<Result<JobView, Problem>>;
  readonly cancel: (id: string) => Promise<Result<JobView, Problem>>;
};
export type JobsStore = StoreApi<JobsState>;

/** Pulls and imports going on or just over, as the backend tells them. */
export function createJobsStore(client: Client<AppContract>): JobsStore {
  return createStore<JobsState>((set, get) => {
    const put = (job: JobView) => set({ jobs: [...get().jobs.filter((other) => other.id !== job.id), job] });
    return {
      jobs: [],
      shopOf: {},
      load: async () => {
        const answer = await client.orders.jobs({});
        if (answer.ok) set({ jobs: answer.value });
      },
      pull: async (shop) => {
        const answer = await client.orders.pull({ shop: shop.id });
        if (answer.ok) {
          set({ shopOf: { ...get().shopOf, [answer.value.id]: shop.name } });
          put(answer.value);
          // A short pull may have been over before its first answer was here.
          await get().load();
        }
        return answer;
      },
      cancel: async (id) => {
        const answer = await client.orders.cancelJob({ id });
        if (answer.ok) put(answer.value);
        return answer;
      },
    };
  });
}
