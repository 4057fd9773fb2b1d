import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { BackupView, careContract } from '../../../shared/contract/care.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { Dialog, DialogButtons, DialogText } from '../../components/dialog.tsx';
import { Notice } from '../../components/notice.tsx';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useClient } from '../../state/app-state.tsx';
import { useMoment } from './use-moment.ts';

type Facts = z.output<typeof careContract.inspect.output>;

/** Reads the chosen backup through, says what will happen, and asks for a typed word before it takes its place. */
export function RestoreDialog({ backup, onClose }: { readonly backup: BackupView; readonly onClose: () => void }) {
  const { t } = useTranslation('settings');
  const client = useClient();
  const moment = useMoment();
  const [facts, setFacts] = useState<Facts | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    let current = true;
    void client.care.inspect({ name: backup.name }).then((answer) => {
      if (!current) return;
      if (answer.ok) setFacts(answer.value);
      else setProblem(answer.error);
    });
    return () => {
      current = false;
    };
  }, [client, backup.name]);
  const restore = async (): Promise<void> => {
    const answer = await client.care.restore({ name: backup.name });
    if (answer.ok) onClose();
    else setProblem(answer.error);
  };
  return (
    <Dialog title={t('data.restoreTitle', { time: moment(backup.at) })} close={t('data.cancel')} onClose={onClose}>
      {problem && <ProblemNotice problem={problem} />}
      {!facts && !problem && <Notice kind="loading" title={t('data.reading')} />}
      {facts && (
        <>
          <DialogText>{t('data.sound', facts)}</DialogText>
          <ul>
            <li>{t('data.willClose')}</li>
            <li>{t('data.willKeep')}</li>
            <li>{t('data.willDoubt', { count: facts.savedSince })}</li>
          </ul>
          <Confirm onClose={onClose} onConfirm={() => void restore()} />
        </>
      )}
    </Dialog>
  );
}

/** Only the word, typed, frees the button; Enter does nothing. */
function Confirm(props: { readonly onClose: () => void; readonly onConfirm: () => void }) {
  const { t } = useTranslation('settings');
  const [typed, setTyped] = useState('');
  const word = t('data.word');
  return (
    <>
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
