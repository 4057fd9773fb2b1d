import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { JobView } from '../../../shared/contract/job.ts';
import type { JobsStore } from '../../state/jobs-store.ts';
import styles from './pull-bar.module.css';

/** Pulls going on now, at the foot of the page: they never stand in the way of work. */
export function PullBar({ jobs }: { readonly jobs: JobsStore }) {
  const running = useStore(jobs, (state) => state.jobs);
  const pulls = running.filter((job) => job.kind === 'pull' && job.state === 'running');
  return (
    <span className={styles.pulls} role="status">
      {pulls.map((job) => (
        <Pull key={job.id} job={job} jobs={jobs} />
      ))}
    </span>
  );
}

function Pull({ job, jobs }: { readonly job: JobView; readonly jobs: JobsStore }) {
  const { t } = useTranslation('orders');
  const shop = useStore(jobs, (state) => state.shopOf[job.id]);
  const label = shop === undefined ? t('pulls.runningAny') : t('pulls.running', { shop });
  return (
    <span className={styles.pull}>
      {label}
      <Progress
        aria-label={label}
        className={styles.bar ?? ''}
        value={job.total ? (100 * job.done) / job.total : 100}
        animated={job.total === null}
      />
      {job.total === null
        ? t('pulls.progressOpen', { done: job.done })
        : t('pulls.progress', { done: job.done, total: job.total })}
      <Button size="compact-sm" variant="default" onClick={() => void jobs.getState().cancel(job.id)}>
        {t('pulls.stop')}
      </Button>
    </span>
  );
}
