import { randomBytes } from 'node:crypto';
import type { JobView, RowProblem } from '../../../shared/contract/job.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Clock, Log } from '../ports.ts';

/** Refused rows a job keeps; the others are only counted. */
const KEPT_ROWS = 500;
const KEPT_JOBS = 50;
/** Shortest time between two news of a running job. */
const NEWS_EVERY_MS = 150;

/** What the work inside a job tells, and how it learns that it was called off. */
export type JobProgress = {
  /** Aborted when the job is called off; past its point of no return only when the app ends. */
  readonly signal: AbortSignal;
  readonly at: (phase: JobView['phase'], done: number, total: number | null) => void;
  readonly accept: (count: number) => void;
  readonly refuse: (problem: RowProblem) => void;
  /** From here on the job is finished whatever happens. False where it was called off before. */
  readonly commit: () => boolean;
};
export type JobWork = (progress: JobProgress) => Promise<Result<unknown, Problem>>;

/** Long pieces of work that the page watches and calls off. They live as long as this process. */
export type Jobs = {
  readonly start: (kind: JobView['kind'], work: JobWork) => { readonly view: JobView; readonly end: Promise<JobView> };
  readonly get: (id: string) => Result<JobView, Problem>;
  /** Newest first. */
  readonly list: () => readonly JobView[];
  /** Calls a job off; one that is past its point of no return goes on to its end. */
  readonly cancel: (id: string) => Result<JobView, Problem>;
  /** Calls everything off and waits until nothing runs any more. */
  readonly close: () => Promise<void>;
};

type Job = { view: JobView; readonly control: AbortController; committed: boolean; end: Promise<JobView> };

/** Creates the jobs of one backend. `changed` is told the id of a job with news. */
export function createJobs(deps: {
  readonly clock: Pick<Clock, 'monotonic'>;
  readonly log: Log;
  readonly dataDir: string;
  readonly changed: (id: string) => void;
}): Jobs {
  const jobs = new Map<string, Job>();
  return {
    start: (kind, work) => {
      const job: Job = { view: newView(kind), control: new AbortController(), committed: false, end: PENDING };
      jobs.set(job.view.id, job);
      forgetOldest(jobs);
      job.end = run(deps, job, work);
      return { view: job.view, end: job.end };
    },
    get: (id) => viewOf(jobs.get(id), id),
    list: () => [...jobs.values()].map(({ view }) => view).reverse(),
    cancel: (id) => {
      const job = jobs.get(id);
      if (job?.view.state === 'running' && !job.committed) job.control.abort();
      return viewOf(job, id);
    },
    close: async () => {
      for (const job of jobs.values()) job.control.abort();
      await Promise.all([...jobs.values()].map(({ end }) => end));
    },
  };
}

const PENDING = new Promise<JobView>(() => undefined);

const newView = (kind: JobView['kind']): JobView => ({
  id: randomBytes(8).toString('hex'),
  kind,
  state: 'running',
  phase: 'reading',
  done: 0,
  total: null,
  accepted: 0,
  refused: 0,
  rows: [],
  problem: null,
});

const viewOf = (job: Job | undefined, id: string): Result<JobView, Problem> =>
  job === undefined ? err({ code: 'job-not-found', id: id.slice(0, 80) }) : ok(job.view);

type RunDeps = Parameters<typeof createJobs>[0];

async function run(deps: RunDeps, job: Job, work: JobWork): Promise<JobView> {
  const rows: RowProblem[] = [];
  let toldAtMs = Number.NEGATIVE_INFINITY;
  const change = (changes: Partial<JobView>, always: boolean): void => {
    job.view = { ...job.view, ...changes };
    if (!always && deps.clock.monotonic() - toldAtMs < NEWS_EVERY_MS) return;
    toldAtMs = deps.clock.monotonic();
    deps.changed(job.view.id);
  };
  const outcome = await guarded(deps, job.view.kind, () =>
    work({
      signal: job.control.signal,
      at: (phase, done, total) => change({ phase, done, total }, phase !== job.view.phase),
      accept: (count) => change({ accepted: job.view.accepted + count }, false),
      refuse: (problem) => {
        if (rows.length < KEPT_ROWS) rows.push(problem);
        job.view = { ...job.view, refused: job.view.refused + 1, rows };
      },
      commit: () => {
        job.committed ||= !job.control.signal.aborted;
        return job.committed;
      },
    }),
  );
  const problem = outcome.ok ? null : outcome.error;
  const state = problem === null ? 'done' : problem.code === 'job-cancelled' ? 'cancelled' : 'failed';
  change({ state, phase: 'finished', problem, rows: rows.toSorted((a, b) => a.row - b.row) }, true);
  return job.view;
}

/**
 * A full disk is expected and is told as one. Anything else that is thrown is a bug; a job nobody waits for has no router
 * above it, so it ends here, in the log, with a reference.
 */
async function guarded(
  { log, dataDir }: Pick<RunDeps, 'log' | 'dataDir'>,
  kind: JobView['kind'],
  work: () => Promise<Result<unknown, Problem>>,
): Promise<Result<unknown, Problem>> {
  try {
    return await work();
  } catch (error) {
    if (isDiskFull(error)) return err({ code: 'disk-full', dir: dataDir });
    const ref = randomBytes(3).toString('hex').toUpperCase();
    const frame = error instanceof Error ? error.stack?.split('\n').find((line) => line.includes(' at ')) : undefined;
    const where = (frame ?? '').trim().slice(0, 200);
    log.error('job-failed', { ref, kind, where, reason: error instanceof Error ? error.name : typeof error });
    return err({ code: 'internal', ref });
  }
}

const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(?:SQLITE_FULL|ENOSPC|EDQUOT)/.test(String(error.code));

function forgetOldest(jobs: Map<string, Job>): void {
  for (const [id, { view }] of jobs) {
    if (jobs.size <= KEPT_JOBS) return;
    if (view.state !== 'running') jobs.delete(id);
  }
}
