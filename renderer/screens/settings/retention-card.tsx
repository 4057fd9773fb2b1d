import type { TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CareStatus } from '../../../shared/contract/care.ts';
import { SCAN_DAYS } from '../../../shared/contract/scans.ts';
import { SettingsSchema } from '../../../shared/contract/settings.ts';
import { FactList } from '../../components/fact-list.tsx';
import { ClockIcon } from '../../components/icons/clock-icon.tsx';
import { useAppState, useClient, useSettings } from '../../state/app-state.tsx';
import { NumberField } from './number-field.tsx';
import { SettingCard } from './setting-card.tsx';
import styles from './setting-card.module.css';
import { useMoment } from './use-moment.ts';

const ADVISED = SettingsSchema.parse({});
const DAYS_A_YEAR = 365.25;
/** Whole days of the audit log's years, never a day too few. */
const daysOf = (years: number): number => Math.ceil(years * DAYS_A_YEAR);
const yearsOf = (days: number): number => Math.round((days / DAYS_A_YEAR) * 10) / 10;

/** How long what is old is kept, within the limits the backend holds, and what the last round let go. */
export function RetentionCard() {
  const { t } = useTranslation('settings');
  const settings = useSettings((state) => state.settings);
  const { set } = useAppState().settings.getState();
  return (
    <SettingCard title={t('retention.title')} icon={<ClockIcon />}>
      <p className={styles.hint}>{t('retention.hint')}</p>
      <NumberField
        label={t('retention.attempts')}
        hint={t('retention.attemptsHint')}
        unit={t('retention.days')}
        decimals={0}
        range={[30, 3_660]}
        value={settings['retention.attemptDays']}
        advised={ADVISED['retention.attemptDays']}
        onSave={(days) => void set('retention.attemptDays', days)}
      />
      <NumberField
        label={t('retention.audit')}
        hint={t('retention.auditHint')}
        unit={t('retention.years')}
        decimals={1}
        range={[3, 100]}
        value={yearsOf(settings['retention.auditDays'])}
        advised={yearsOf(ADVISED['retention.auditDays'])}
        onSave={(years) => void set('retention.auditDays', daysOf(years))}
      />
      <LastRound />
    </SettingCard>
  );
}

function LastRound() {
  const { t } = useTranslation('settings');
  const client = useClient();
  const moment = useMoment();
  const [tidied, setTidied] = useState<CareStatus['tidied'] | null>(null);
  useEffect(() => {
    let current = true;
    void client.care.status({}).then((answer) => {
      if (current && answer.ok) setTidied(answer.value.tidied);
    });
    return () => {
      current = false;
    };
  }, [client]);
  return (
    <FactList
      facts={[
        { label: t('retention.scans'), value: t('retention.scansKept', { count: SCAN_DAYS }) },
        tidied && {
          label: t('retention.last'),
          value: tidied.at === null ? t('retention.notYet') : `${moment(tidied.at)} · ${told(tidied.gone, t)}`,
        },
      ]}
    />
  );
}

function told(gone: CareStatus['tidied']['gone'], t: TFunction<'settings'>): string {
  const parts = [
    gone.packages > 0 && t('retention.gonePackages', { count: gone.packages }),
    gone.entries > 0 && t('retention.goneEntries', { count: gone.entries }),
    gone.scans > 0 && t('retention.goneScans', { count: gone.scans }),
    gone.photos > 0 && t('retention.gonePhotos', { count: gone.photos }),
  ].filter((part) => part !== false);
  return parts.length === 0 ? t('retention.nothing') : parts.join(t('outbox.and'));
}
