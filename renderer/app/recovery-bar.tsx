import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecoveryReport } from '../../shared/contract/care.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import { describeRecovery } from '../../shared/messages/describe-recovery.ts';
import { Dialog, DialogButtons } from '../components/dialog.tsx';
import { WarningIcon } from '../components/icons/warning-icon.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import { ProblemNotice } from '../problems/problem-notice.tsx';
import { useClient, useStatus } from '../state/app-state.tsx';
import styles from './shell.module.css';

/** Stays until an admin has read that the database was recovered, and what is to be checked. */
export function RecoveryBar() {
  const { t } = useTranslation();
  const client = useClient();
  const recovered = useStatus((state) => state.status?.alarms.some(({ kind }) => kind === 'recovered') ?? false);
  const [report, setReport] = useState<RecoveryReport | null>(null);
  const open = async (): Promise<void> => {
    const answer = await client.care.recovery({});
    if (answer.ok) setReport(answer.value.report);
  };
  if (!recovered) return null;
  return (
    <div className={styles.plainHttp} role="alert">
      <WarningIcon />
      <strong>{t('recovery.title')}</strong>
      <span>{t('recovery.detail')}</span>
      <Button color="red" onClick={() => void open()}>
        {t('recovery.open')}
      </Button>
      {report && <RecoveryDialog report={report} onClose={() => setReport(null)} />}
    </div>
  );
}

function RecoveryDialog({ report, onClose }: { readonly report: RecoveryReport; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const client = useClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });
  const moment = (iso: string): string => when.format(Date.parse(iso));
  const { title, done, check } = describeRecovery(report, useLanguage(), moment);
  const acknowledge = async (): Promise<void> => {
    const answer = await client.care.acknowledge({});
    if (answer.ok) onClose();
    else setProblem(answer.error);
  };
  return (
    <Dialog title={title} close={t('action.close')} size="50rem" onClose={onClose}>
      <div className={styles.recovery}>
        <p>{moment(report.at)}</p>
        <h3>{t('recovery.done')}</h3>
        <ul>
          {done.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <h3>{t('recovery.check')}</h3>
        <ul>
          {check.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {problem && <ProblemNotice problem={problem} />}
        <DialogButtons>
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('recovery.later')}
          </Button>
          <Button onClick={() => void acknowledge()}>{t('recovery.acknowledge')}</Button>
        </DialogButtons>
      </div>
    </Dialog>
  );
}
