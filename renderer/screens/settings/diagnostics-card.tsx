import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HelpIcon } from '../../components/icons/help-icon.tsx';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useClient } from '../../state/app-state.tsx';
import { useTask } from '../../state/use-task.ts';
import { DiagnosticsDialog } from './diagnostics-dialog.tsx';
import type { DiagnosticsFile } from './diagnostics-zip.ts';
import { SettingCard } from './setting-card.tsx';
import styles from './setting-card.module.css';

/** What support asks for when something is wrong, shown before it is saved. */
export function DiagnosticsCard() {
  const { t } = useTranslation('settings');
  const client = useClient();
  const { busy, problem, run } = useTask();
  const [files, setFiles] = useState<readonly DiagnosticsFile[] | null>(null);
  const collect = async (): Promise<void> => {
    const answer = await run(client.care.diagnostics({}));
    setFiles(answer.ok ? answer.value : null);
  };
  return (
    <SettingCard title={t('diagnostics.title')} icon={<HelpIcon />}>
      <p className={styles.hint}>{t('diagnostics.hint')}</p>
      <div className={styles.row}>
        <Button variant="default" loading={busy} onClick={() => void collect()}>
          {t('diagnostics.open')}
        </Button>
      </div>
      {problem && <ProblemNotice problem={problem} />}
      {files && <DiagnosticsDialog files={files} onClose={() => setFiles(null)} />}
    </SettingCard>
  );
}
