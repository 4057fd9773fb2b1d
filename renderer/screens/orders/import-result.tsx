import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import type { JobView } from '../../../shared/contract/job.ts';
import { ProblemSchema } from '../../../shared/contract/problem.ts';
import { CheckIcon } from '../../components/icons/check-icon.tsx';
import { CrossIcon } from '../../components/icons/cross-icon.tsx';
import { WarningIcon } from '../../components/icons/warning-icon.tsx';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import type { ImportStore } from '../../state/jobs-import-store.ts';
import styles from './import-dialog.module.css';
import { RefusedRows } from './refused-rows.tsx';

/** What became of the file: how much of it is in, and what every other row needs. */
export function ImportResult({ store, onClose }: { readonly store: ImportStore; readonly onClose: () => void }) {
  const { t } = useTranslation('orders');
  const [, navigate] = useLocation();
  const { step, again } = useStore(store);
  if (step.at !== 'job') return null;
  const { job } = step;
  const problem = ProblemSchema.safeParse(job.problem);
  const toOutbox = job.kind !== 'import-orders' && job.accepted > 0;
  return (
    <>
      <Headline job={job} />
      {problem.success && job.state === 'failed' && <ProblemNotice problem={problem.data} />}
      {job.rows.length > 0 && <RefusedRows job={job} />}
      <div className={styles.row}>
        <Button variant="default" onClick={again}>
          {t('importer.again')}
        </Button>
        <span className={styles.row}>
          {toOutbox && (
            <Button variant="default" onClick={() => navigate('/outbox')}>
              {t('importer.toOutbox')}
            </Button>
          )}
          <Button onClick={onClose}>{t('importer.close')}</Button>
        </span>
      </div>
    </>
  );
}

function Headline({ job }: { readonly job: JobView }) {
  const { t } = useTranslation('orders');
  const good = job.state === 'done' && job.refused === 0;
  const partly = job.state === 'done' && !good && job.accepted > 0;
  const words = (): string => {
    if (job.state === 'cancelled') return t('importer.cancelled');
    if (job.state === 'failed') return t('importer.failedTitle');
    if (job.refused === 0) return t('importer.doneAll', { accepted: job.accepted });
    if (job.accepted === 0) return t('importer.doneNone');
    return t('importer.doneSome', { accepted: job.accepted, refused: job.refused });
  };
  return (
    <p className={styles.result} data-good={good} data-partly={partly || undefined} role="status">
      {good ? <CheckIcon /> : partly ? <WarningIcon /> : <CrossIcon />}
      {words()}
    </p>
  );
}
