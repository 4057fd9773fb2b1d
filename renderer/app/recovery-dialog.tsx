import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { RecoveryReport } from '../../shared/contract/care.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import { describeRecovery } from '../../shared/messages/describe-recovery.ts';
import { Dialog, DialogButtons } from '../components/dialog.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import { ProblemNotice } from '../problems/problem-notice.tsx';
import { useClient } from '../state/app-state.tsx';
import styles from './shell.module.css';

/** What happened to the data, what the desk did about it, and what people have to check. */
export function RecoveryDialog({ report, onClose }: { readonly report: RecoveryReport; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const client = useClient();
  const [, navigate] = useLocation();
  const [problem, setProblem] = useState<Problem | null>(null);
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });
  const moment = (iso: string): string => when.format(Date.parse(iso));
  const { title, done, check } = describeRecovery(report, useLanguage(), moment);
  const acknowledge = async (): Promise<void> => {
    const answer = await client.care.acknowledge({});
    if (answer.ok) onClose();
    else setProblem(answer.error);
  };
  const toOutbox = (): void => {
    onClose();
    navigate('/outbox');
  };
  return (
    <Dialog title={title} close={t('action.close')} size="60rem" onClose={onClose}>
      <div className={styles.recovery}>
        <h3>
          {t(report.cause === 'not-restored' ? 'recovery.happened' : 'recovery.done', { time: moment(report.at) })}
        </h3>
        <ul>
          {done.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <h3>{t('recovery.check')}</h3>
        <ol>
          {check.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
        {problem && <ProblemNotice problem={problem} />}
        <DialogButtons>
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('recovery.later')}
          </Button>
          <Button variant="default" onClick={toOutbox}>
            {t('recovery.toOutbox')}
          </Button>
          <Button onClick={() => void acknowledge()}>{t('recovery.acknowledge')}</Button>
        </DialogButtons>
      </div>
    </Dialog>
  );
}
