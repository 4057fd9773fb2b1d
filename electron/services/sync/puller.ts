import type { JobView } from '../../../shared/contract/job.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { type PullDeps, pullOrders } from './pull-orders.ts';

/** A pull that is going on. */
export type RunningPull = { readonly view: JobView; readonly end: Promise<JobView> };

/** Starts pulls as jobs, one at a time for each shop. */
export type Puller = {
  /** Starts a pull; gives the one that is going on where there is one. */
  readonly pull: (shopId: string) => RunningPull;
};

/** Creates the puller over the jobs of the app. */
export function createPuller(deps: PullDeps & { readonly jobs: Pick<Jobs, 'start'> }): Puller {
  const running = new Map<string, RunningPull>();
  return {
    pull: (shopId) => {
      const current = running.get(shopId);
      if (current !== undefined) return current;
      const job = deps.jobs.start('pull', (progress) => pullOrders(deps, shopId, progress));
      const end = job.end.finally(() => running.delete(shopId));
      const pull = { view: job.view, end };
      running.set(shopId, pull);
      return pull;
    },
  };
}
