import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupView } from '../../../shared/contract/care.ts';
import styles from './backup-list.module.css';
import cards from './setting-card.module.css';
import { fileSize } from './file-size.ts';
import { useMoment } from './use-moment.ts';

const FEW = 5;

/** The desk's own backups, newest first; the older ones on request. */
export function BackupList(props: {
  readonly backups: readonly BackupView[];
  readonly onRestore: (backup: BackupView) => void;
}) {
  const { t, i18n } = useTranslation('settings');
  const moment = useMoment();
  const [all, setAll] = useState(false);
  if (props.backups.length === 0) return null;
  const shown = all ? props.backups : props.backups.slice(0, FEW);
  return (
    <>
      <div>
        <h3 className={cards.subtitle}>{t('data.backups')}</h3>
        <p className={cards.hint}>{t('data.backupsHint')}</p>
      </div>
      <ul className={styles.list} aria-label={t('data.backups')}>
        {shown.map((backup) => (
          <li key={backup.name}>
            <span>
              <strong>{moment(backup.at)}</strong> <span>{fileSize(backup.bytes, i18n.language)}</span>{' '}
              {backup.kind === 'before-upgrade' && <span>{t('data.beforeUpgrade')}</span>}
            </span>
            <Button
              variant="default"
              size="sm"
              aria-label={t('data.restoreThis', { time: moment(backup.at) })}
              onClick={() => props.onRestore(backup)}
            >
              {t('data.restore')}
            </Button>
          </li>
        ))}
      </ul>
      {props.backups.length > FEW && !all && (
        <div>
          <Button variant="subtle" onClick={() => setAll(true)}>
            {t('data.showAll', { count: props.backups.length })}
          </Button>
        </div>
      )}
    </>
  );
}
