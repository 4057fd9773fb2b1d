import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { EventName } from '../../../shared/contract/event.ts';
import { Dialog } from '../../components/dialog.tsx';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useAppState } from '../../state/app-state.tsx';
import { createImportStore } from '../../state/jobs-import-store.ts';
import { useLiveStore } from '../../state/use-live-store.ts';
import styles from './import-dialog.module.css';
import { ImportChoice } from './import-choice.tsx';
import { ImportProgress } from './import-progress.tsx';
import { ImportResult } from './import-result.tsx';

const NAMES: readonly EventName[] = ['jobs.changed'];

/** The import of one file: what is in it, which file, how far it is, and what became of every row. */
export function ImportDialog({ first, onClose }: { readonly first: File | null; readonly onClose: () => void }) {
  const { t } = useTranslation('orders');
  const { link } = useAppState();
  const store = useLiveStore(() => createImportStore(link), NAMES);
  const { step, problem } = useStore(store);
  const [waiting, setWaiting] = useState(first);
  const running = step.at === 'uploading' || (step.at === 'job' && step.job.state === 'running');
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent): void => event.preventDefault();
    if (!running) return;
    window.addEventListener('beforeunload', leave);
    return () => window.removeEventListener('beforeunload', leave);
  }, [running]);
  const start = (file: File): void => {
    setWaiting(null);
    void store.getState().start(file);
  };
  return (
    <Dialog title={t('importer.title')} close={t('detail.close')} size="60rem" keep locked={running} onClose={onClose}>
      <div className={styles.body}>
        {problem && <ProblemNotice problem={problem} />}
        {step.at === 'choose' && <ImportChoice store={store} waiting={waiting} onFile={start} />}
        {running && <ImportProgress store={store} />}
        {step.at === 'job' && !running && <ImportResult store={store} onClose={onClose} />}
      </div>
    </Dialog>
  );
}
