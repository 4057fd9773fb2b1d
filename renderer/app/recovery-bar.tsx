import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { EventName } from '../../shared/contract/event.ts';
import { causeTold } from '../../shared/messages/describe-recovery.ts';
import { WarningIcon } from '../components/icons/warning-icon.tsx';
import { useStatus } from '../state/app-state.tsx';
import { createRecoveryStore, createToldCauseStore } from '../state/recovery-store.ts';
import { useLiveStore } from '../state/use-live-store.ts';
import { RecoveryDialog } from './recovery-dialog.tsx';
import styles from './shell.module.css';

const NAMES: readonly EventName[] = ['status.changed'];

/** Stays until an admin has read that the database was recovered, and what is to be checked. */
export function RecoveryBar() {
  const recovered = useStatus((state) => state.status?.alarms.some(({ kind }) => kind === 'recovered') ?? false);
  return recovered ? <Recovered /> : null;
}

/** Says in a line what happened; a second recovery behind the first one changes it. */
function Recovered() {
  const { t } = useTranslation();
  const report = useStore(useLiveStore(createRecoveryStore, NAMES), (state) => state.report);
  const [isOpen, setOpen] = useState(false);
  if (report === null) return null;
  return (
    <div className={styles.plainHttp} role="alert">
      <WarningIcon />
      <strong>{t(`recovery.short.${causeTold(report)}`)}</strong>
      <span>{t('recovery.detail')}</span>
      <Button color="red" onClick={() => setOpen(true)}>
        {t('recovery.open')}
      </Button>
      {isOpen && <RecoveryDialog report={report} onClose={() => setOpen(false)} />}
    </div>
  );
}

/** The same before anybody has signed in: what happened, and nothing of what it was about. */
export function RecoveryNotice() {
  const { t } = useTranslation();
  const cause = useStore(useLiveStore(createToldCauseStore, NAMES), (state) => state.cause);
  if (cause === null) return null;
  return (
    <div className={styles.plainHttp} role="alert">
      <WarningIcon />
      <strong>{t(`recovery.short.${cause}`)}</strong>
      <span>{t('recovery.signIn')}</span>
    </div>
  );
}
