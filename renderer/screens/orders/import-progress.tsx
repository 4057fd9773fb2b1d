import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ImportStore } from '../../state/jobs-import-store.ts';
import styles from './import-dialog.module.css';

/** How far an import is; it can be called off at any time, and then nothing of it stays. */
export function ImportProgress({ store }: { readonly store: ImportStore }) {
  const { t } = useTranslation('orders');
  const { step, cancel } = useStore(store);
  if (step.at === 'choose') return null;
  const job = step.at === 'job' ? step.job : null;
  const cancelling = step.at === 'job' && step.cancelling;
  const words = job ? t(`importer.phases.${job.phase}`) : t('importer.uploading', { name: step.fileName });
  return (
    <>
      <p role="status">
        <strong>{cancelling ? t('importer.cancelling') : words}</strong>
      </p>
      <Progress
        size="xl"
        aria-label={words}
        value={job?.total ? (100 * job.done) / job.total : 100}
        animated={!job?.total}
        striped={!job?.total}
      />
      <div className={styles.row}>
        <p className={styles.hint}>
          {job &&
            (job.total === null
              ? t('importer.progressOpen', { done: job.done })
              : t('importer.progress', { done: job.done, total: job.total }))}
        </p>
        {job && (
          <Button variant="default" disabled={cancelling} onClick={() => void cancel()}>
            {t('importer.cancel')}
          </Button>
        )}
      </div>
    </>
  );
}
