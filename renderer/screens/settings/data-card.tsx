import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupView, CareStatus } from '../../../shared/contract/care.ts';
import { FactList } from '../../components/fact-list.tsx';
import { CheckIcon } from '../../components/icons/check-icon.tsx';
import { ShieldIcon } from '../../components/icons/shield-icon.tsx';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useClient, useStatus } from '../../state/app-state.tsx';
import { useTask } from '../../state/use-task.ts';
import { BackupList } from './backup-list.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import { fileSize } from './file-size.ts';
import { SettingCard } from './setting-card.tsx';
import styles from './setting-card.module.css';
import { useMoment } from './use-moment.ts';

/** How well the data is looked after, the desk's own backups, and the way back to one of them. */
export function DataCard() {
  const { t, i18n } = useTranslation('settings');
  const client = useClient();
  const [care, setCare] = useState<CareStatus | null>(null);
  const [backups, setBackups] = useState<readonly BackupView[]>([]);
  const { busy, problem, run } = useTask();
  const [chosen, setChosen] = useState<BackupView | null>(null);
  const [loads, setLoads] = useState(0);
  const [bytes, setBytes] = useState<number | null>(null);
  useEffect(() => {
    let current = true;
    void Promise.all([client.care.status({}), client.care.backups({})]).then(([status, list]) => {
      if (current && status.ok) setCare(status.value);
      if (current && list.ok) setBackups(list.value);
    });
    return () => {
      current = false;
    };
  }, [client, loads]);
  const backUp = async (): Promise<void> => {
    const answer = await run(client.care.backUpNow({}));
    setBytes(answer.ok ? answer.value.bytes : null);
    readAgain();
  };
  const readAgain = (): void => setLoads((count) => count + 1);
  const close = (): void => {
    setChosen(null);
    setBytes(null);
    readAgain();
  };
  return (
    <SettingCard title={t('data.title')} icon={<ShieldIcon />}>
      {care && <Figures care={care} />}
      {problem && <ProblemNotice problem={problem} />}
      <div className={styles.row}>
        <Button variant="default" loading={busy} onClick={() => void backUp()}>
          {t('data.backUpNow')}
        </Button>
      </div>
      {bytes !== null && (
        <p className={styles.good} role="status">
          <CheckIcon />
          {t('data.backedUp', { size: fileSize(bytes, i18n.language) })}
        </p>
      )}
      <BackupList backups={backups} onRestore={setChosen} />
      {chosen && <RestoreDialog backup={chosen} onClose={close} />}
    </SettingCard>
  );
}

function Figures({ care }: { readonly care: CareStatus }) {
  const { t } = useTranslation('settings');
  const moment = useMoment();
  const conservation = useStatus((state) => state.status?.conservation);
  const { backup, check, entries, freeMegabytes, folder } = care;
  const checkedOf = (count: number): string =>
    check.at !== null && check.finding === ''
      ? t('data.entriesChecked', { count, time: moment(check.at) })
      : t('data.entries', { count });
  return (
    <FactList
      facts={[
        conservation
          ? {
              label: t('data.conservation'),
              value: t(conservation.balanced ? 'data.balanced' : 'data.unbalanced', conservation),
            }
          : null,
        {
          label: t('data.lastBackup'),
          value:
            backup.problem === ''
              ? backup.at === null
                ? t('data.none')
                : moment(backup.at)
              : t('data.failed', backup),
        },
        {
          label: t('data.lastCheck'),
          value:
            check.finding === '' ? (check.at === null ? t('data.notYet') : moment(check.at)) : t('data.found', check),
        },
        { label: t('data.journal'), value: checkedOf(entries.journal) },
        { label: t('data.audit'), value: checkedOf(entries.audit) },
        { label: t('data.folder'), value: folder },
        { label: t('data.free'), value: t('data.freeSize', { gigabytes: (freeMegabytes / 1024).toFixed(1) }) },
      ]}
    />
  );
}
