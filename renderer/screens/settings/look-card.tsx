import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../shared/contract/settings.ts';
import { EyeIcon } from '../../components/icons/eye-icon.tsx';
import { useAppState, useSettings } from '../../state/app-state.tsx';
import { SettingCard } from './setting-card.tsx';
import styles from './setting-card.module.css';

type Scale = Settings['ui.scalePercent'];
const SCALES: readonly Scale[] = [75, 100, 125, 150, 175, 200];

/** Language and size. */
export function LookCard() {
  const { t } = useTranslation('settings');
  const settings = useSettings((state) => state.settings);
  const { set } = useAppState().settings.getState();
  return (
    <SettingCard title={t('sections.look')} icon={<EyeIcon />}>
      <div className={styles.field}>
        <span>{t('language.label')}</span>
        <SegmentedControl
          aria-label={t('language.label')}
          value={settings['ui.language']}
          data={[
            { value: 'zh-CN', label: t('language.chinese') },
            { value: 'en', label: t('language.english') },
          ]}
          onChange={(value) => void set('ui.language', value === 'en' ? 'en' : 'zh-CN')}
        />
      </div>
      <div className={styles.field}>
        <span>{t('scale.label')}</span>
        <SegmentedControl
          aria-label={t('scale.label')}
          value={String(settings['ui.scalePercent'])}
          data={SCALES.map((percent) => ({ value: String(percent), label: t('scale.option', { percent }) }))}
          onChange={(value) => {
            const scale = SCALES.find((percent) => String(percent) === value);
            if (scale !== undefined) void set('ui.scalePercent', scale);
          }}
        />
        <p className={styles.hint}>{t('scale.hint')}</p>
      </div>
    </SettingCard>
  );
}
