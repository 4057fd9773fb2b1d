import { Button, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MINUTE_MS } from '../../../shared/kernel/time.ts';
import { PersonIcon } from '../../components/icons/person-icon.tsx';
import { useAppState, useSession, useSettings } from '../../state/app-state.tsx';
import { NumberField } from './number-field.tsx';
import { SettingCard } from './setting-card.tsx';
import styles from './setting-card.module.css';

const ADVISED_MINUTES = 5;

/** Whether people sign in here, and when the desk locks; a nudge while nobody is set up. */
export function PeopleCard() {
  const { t } = useTranslation('people');
  const count = useSession((state) => state.session?.people.length ?? 0);
  const settings = useSettings((state) => state.settings);
  const { set } = useAppState().settings.getState();
  return (
    <SettingCard title={t('title')} icon={<PersonIcon />}>
      <p className={styles.hint}>{count === 0 ? t('nudge') : t('some', { count })}</p>
      <div className={styles.row}>
        <Button component="a" href="#/people" variant={count === 0 ? 'filled' : 'default'}>
          {t('open')}
        </Button>
      </div>
      {count > 0 && (
        <>
          <NumberField
            label={t('lockAfter')}
            hint={t('lockHint')}
            unit={t('minutes')}
            decimals={0}
            range={[1, 60]}
            value={settings['operators.lockAfterMs'] / MINUTE_MS}
            advised={ADVISED_MINUTES}
            onSave={(minutes) => void set('operators.lockAfterMs', Math.round(minutes * MINUTE_MS))}
          />
          <div className={styles.field}>
            <span>{t('badgeAlone')}</span>
            <SegmentedControl
              aria-label={t('badgeAlone')}
              data={(['as-packer', 'needs-pin'] as const).map((value) => ({ value, label: t(`badgeAs.${value}`) }))}
              value={settings['operators.badgeAlone']}
              onChange={(value) => void set('operators.badgeAlone', value)}
            />
          </div>
        </>
      )}
    </SettingCard>
  );
}
