import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { ProblemSchema } from '../../../shared/contract/problem.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import type { JobsStore } from '../../state/jobs-store.ts';
import styles from './pull-progress.module.css';

/** A pull that was started here, while it runs and until its result was seen. */
export function PullProgress(props: { readonly id: string; readonly jobs: JobsStore; readonly onClose: () => void }) {
  const { t } = useTranslation('shops');
  const job = useStore(props.jobs, (state) => state.jobs.find(({ id }) => id === props.id));
  if (!job) return null;
  const problem = ProblemSchema.safeParse(job.problem);
  const running = job.state === 'running';
  const percent = job.total ? Math.round((100 * job.done) / job.total) : null;
  return (
    <div className={styles.pull} role="status">
      <p>
        {job.state === 'running' && (job.phase === 'finished' ? t('pull.saving') : t(`pull.${job.phase}`))}
        {job.state === 'done' && t('pull.done', { accepted: job.accepted })}
        {job.state === 'cancelled' && t('pull.cancelled')}
        {job.state === 'failed' && t('pull.failed')}
        {running && (
          <span>
            {job.total === null
              ? t('pull.progressOpen', { done: job.done })
              : t('pull.progress', { done: job.done, total: job.total })}
          </span>
        )}
      </p>
      {running && (
        <Progress
          value={percent ?? 100}
          animated={percent === null}
          striped={percent === null}
          aria-label={t('pull.reading')}
        />
      )}
      {problem.success && <ProblemNotice problem={problem.data} />}
      <Button
        size="compact-sm"
        variant="default"
        onClick={running ? () => void props.jobs.getState().cancel(job.id) : props.onClose}
      >
        {t(running ? 'pull.cancel' : 'pull.close')}
      </Button>
    </div>
  );
}
