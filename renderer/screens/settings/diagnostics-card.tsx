import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/contract/problem.ts';
import { HelpIcon } from '../../components/icons/help-icon.tsx';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useClient } from '../../state/app-state.tsx';
import { DiagnosticsDialog } from './diagnostics-dialog.tsx';
import type { DiagnosticsFile } from './diagnostics-zip.ts';
import { SettingCard } from './setting-card.tsx';
import styles from './setting-card.module.css';

/** What support asks for when something is wrong, shown before it is saved. */
export function DiagnosticsCard() {
  const { t } = useTranslation('settings');
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [files, setFiles] = useState<readonly DiagnosticsFile[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const collect = async (): Promise<void> => {
    setBusy(true);
    const answer = await client.care.diagnostics({});
    setBusy(false);
    setProblem(answer.ok ? null : answer.error);
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
