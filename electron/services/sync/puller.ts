import { err } from '../../../shared/kernel/result.ts';
import type { JobView } from '../../../shared/contract/job.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { type PullDeps, pullOrders } from './pull-orders.ts';

/** A pull that is going on. */
export type RunningPull = { readonly view: JobView; readonly end: Promise<JobView> };

/** Starts pulls as jobs, one at a time for each shop. */
export type Puller = {
  /** Starts a pull; gives the one that is going on where there is one. */
  readonly pull: (shopId: string) => RunningPull;
  /**
   * A pull that begins after this call: at its end the desk has whatever the platform listed at the call. One that is going
   * on may have read its list before, so it is waited for; all who ask meanwhile share the next one.
   */
  readonly pullAnew: (shopId: string) => RunningPull;
};

/** Creates the puller over the jobs of the app. */
export function createPuller(deps: PullDeps & { readonly jobs: Pick<Jobs, 'start'> }): Puller {
  /** The pull of a shop that is going on, and the one that waits for its end. */
  const running = new Map<string, RunningPull>();
  const waiting = new Map<string, RunningPull>();
  const start = (shopId: string, before: RunningPull | undefined): RunningPull => {
    const inTurn = before === undefined ? running : waiting;
    const { view, end } = deps.jobs.start('pull', async (progress) => {
      await before?.end;
      if (before !== undefined) {
        waiting.delete(shopId);
        running.set(shopId, pull);
      }
      return progress.signal.aborted ? err({ code: 'job-cancelled' }) : pullOrders(deps, shopId, progress);
    });
    const pull: RunningPull = { view, end: end.finally(() => running.delete(shopId)) };
    inTurn.set(shopId, pull);
    return pull;
  };
  return {
    pull: (shopId) => running.get(shopId) ?? waiting.get(shopId) ?? start(shopId, undefined),
    pullAnew: (shopId) => waiting.get(shopId) ?? start(shopId, running.get(shopId)),
  };
}
