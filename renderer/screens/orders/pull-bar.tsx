import { Button, Progress } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { JobView } from '../../../shared/contract/job.ts';
import { ProblemSchema } from '../../../shared/contract/problem.ts';
import { describeProblem } from '../../../shared/messages/describe-problem.ts';
import { CheckIcon } from '../../components/icons/check-icon.tsx';
import { WarningIcon } from '../../components/icons/warning-icon.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import type { JobsStore } from '../../state/jobs-store.ts';
import styles from './pull-bar.module.css';

/** Pulls going on now and the results of those started here, at the foot of the page: they never stand in the way of work. */
export function PullBar({ jobs }: { readonly jobs: JobsStore }) {
  const all = useStore(jobs, (state) => state.jobs);
  const shopOf = useStore(jobs, (state) => state.shopOf);
  const [seen, setSeen] = useState<readonly string[]>([]);
  const pulls = all.filter(
    (job) => job.kind === 'pull' && (job.state === 'running' || (job.id in shopOf && !seen.includes(job.id))),
  );
  return (
    <span className={styles.pulls} role="status">
      {pulls.map((job) =>
        job.state === 'running' ? (
          <Running key={job.id} job={job} shop={shopOf[job.id]} onStop={() => void jobs.getState().cancel(job.id)} />
        ) : (
          <Over key={job.id} job={job} shop={shopOf[job.id]} onSeen={() => setSeen([...seen, job.id])} />
        ),
      )}
    </span>
  );
}

function Running(props: { readonly job: JobView; readonly shop: string | undefined; readonly onStop: () => void }) {
  const { t } = useTranslation('orders');
  const { job, shop } = props;
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
      <Button size="compact-sm" variant="default" onClick={props.onStop}>
        {t('pulls.stop')}
      </Button>
    </span>
  );
}

function Over(props: { readonly job: JobView; readonly shop: string | undefined; readonly onSeen: () => void }) {
  const { t } = useTranslation('orders');
  const language = useLanguage();
  const { job } = props;
  const problem = ProblemSchema.safeParse(job.problem);
  const words = (): string => {
    if (job.state === 'done') return t('pulls.done', { accepted: job.accepted });
    return t(job.state === 'cancelled' ? 'pulls.cancelled' : 'pulls.failed');
  };
  return (
    <span className={styles.pull} data-state={job.state}>
      {job.state === 'failed' ? <WarningIcon /> : <CheckIcon />}
      {props.shop}: {words()}
      {problem.success && job.state === 'failed' && ` ${describeProblem(problem.data, language).title}`}
      <Button size="compact-sm" variant="default" onClick={props.onSeen}>
        {t('pulls.dismiss')}
      </Button>
    </span>
  );
}
