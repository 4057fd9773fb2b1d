import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { BackupView, careContract } from '../../../shared/contract/care.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { Dialog, DialogButtons, DialogText } from '../../components/dialog.tsx';
import { CheckIcon } from '../../components/icons/check-icon.tsx';
import { Notice } from '../../components/notice.tsx';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useClient } from '../../state/app-state.tsx';
import styles from './setting-card.module.css';
import { useMoment } from './use-moment.ts';
import { useRestore } from './use-restore.ts';

type Facts = z.output<typeof careContract.inspect.output>;

/**
 * Reads the chosen backup through, says what will happen, and asks for a typed word before it takes its place. Stays until
 * the desk is open again and says whether it worked.
 */
export function RestoreDialog({ backup, onClose }: { readonly backup: BackupView; readonly onClose: () => void }) {
  const { t } = useTranslation('settings');
  const moment = useMoment();
  const { facts, problem: unread } = useFacts(backup.name);
  const { step, problem, report, restore } = useRestore({ name: backup.name, onSignedOut: onClose });
  const found = problem ?? unread;
  const time = moment(backup.at);
  return (
    <Dialog
      title={t('data.restoreTitle', { time })}
      close={t('data.cancel')}
      size="52rem"
      locked={step === 'restoring'}
      onClose={onClose}
    >
      {found && <ProblemNotice problem={found} />}
      {!facts && !found && <Notice kind="loading" title={t('data.reading')} />}
      {step === 'restoring' && <Notice kind="loading" title={t('data.restoring')} text={t('data.restoringDetail')} />}
      {report && (
        <>
          <div className={styles.good} role="status">
            <CheckIcon />
            <DialogText>{t('data.restored', { ...report, time })}</DialogText>
          </div>
          <DialogText>{t('data.restoredNext')}</DialogText>
        </>
      )}
      {facts && step === 'asking' && <Question facts={facts} onClose={onClose} onConfirm={() => void restore()} />}
      {step === 'over' && (
        <DialogButtons>
          <Button onClick={onClose}>{t('data.close')}</Button>
        </DialogButtons>
      )}
    </Dialog>
  );
}

function useFacts(name: string): { readonly facts: Facts | null; readonly problem: Problem | null } {
  const client = useClient();
  const [facts, setFacts] = useState<Facts | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    let current = true;
    void client.care.inspect({ name }).then((answer) => {
      if (!current) return;
      if (answer.ok) setFacts(answer.value);
      else setProblem(answer.error);
    });
    return () => {
      current = false;
    };
  }, [client, name]);
  return { facts, problem };
}

/** Only the word, typed, frees the button; Enter does nothing. */
function Question(props: { readonly facts: Facts; readonly onClose: () => void; readonly onConfirm: () => void }) {
  const { t } = useTranslation('settings');
  const [typed, setTyped] = useState('');
  const word = t('data.word');
  return (
    <>
      <DialogText>{t('data.sound', props.facts)}</DialogText>
      <ul className={styles.steps}>
        <li>{t('data.willClose')}</li>
        <li>{t('data.willKeep')}</li>
        <li>{t('data.willReturn')}</li>
        <li>{t('data.willDoubt', { count: props.facts.savedSince })}</li>
      </ul>
      <TextInput
        label={t('data.typeWord', { word })}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <DialogButtons>
        <Button variant="default" onClick={props.onClose}>
          {t('data.cancel')}
        </Button>
        <Button color="red" disabled={typed.trim().toLowerCase() !== word.toLowerCase()} onClick={props.onConfirm}>
          {t('data.confirm')}
        </Button>
      </DialogButtons>
    </>
  );
}
