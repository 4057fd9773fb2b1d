import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckIcon } from '../../components/icons/check-icon.tsx';
import { DownloadIcon } from '../../components/icons/download-icon.tsx';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useClient } from '../../state/app-state.tsx';
import { useTask } from '../../state/use-task.ts';
import { suggestBackupName } from './backup-name.ts';
import { SettingCard } from './setting-card.tsx';
import styles from './setting-card.module.css';
import { fileSize } from './file-size.ts';

/** Everything into one file on this machine. */
export function BackupCard() {
  const { t, i18n } = useTranslation('settings');
  const client = useClient();
  const [file, setFile] = useState('');
  const { busy, problem, run } = useTask();
  const [done, setDone] = useState<{ readonly file: string; readonly bytes: number } | null>(null);
  const backUp = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (file.trim() === '' || busy) return;
    const answer = await run(client.system.backup({ file: file.trim() }));
    setDone(answer.ok ? answer.value : null);
  };
  return (
    <SettingCard title={t('backup.title')} icon={<DownloadIcon />}>
      <p className={styles.hint}>{t('backup.hint')}</p>
      <form className={styles.row} onSubmit={(event) => void backUp(event)}>
        <TextInput
          label={t('backup.path')}
          maxLength={1024}
          autoComplete="off"
          spellCheck={false}
          value={file}
          onChange={(event) => setFile(event.currentTarget.value)}
          style={{ flex: '1 1 100%' }}
        />
        <Button variant="default" onClick={() => setFile(suggestBackupName(file, new Date()))}>
          {t('backup.suggest')}
        </Button>
        <Button type="submit" disabled={file.trim() === ''} loading={busy}>
          {t('backup.run')}
        </Button>
      </form>
      {problem && <ProblemNotice problem={problem} />}
      {done && (
        <p className={styles.good} role="status">
          <CheckIcon />
          {t('backup.done', { file: done.file, size: fileSize(done.bytes, i18n.language) })}
        </p>
      )}
    </SettingCard>
  );
}
