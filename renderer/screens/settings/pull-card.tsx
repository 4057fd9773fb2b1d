import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MINUTE_MS, SECOND_MS } from '../../../shared/kernel/time.ts';
import { OrdersIcon } from '../../components/icons/orders-icon.tsx';
import { useAppState, useSettings } from '../../state/app-state.tsx';
import { SettingCard } from './setting-card.tsx';
import styles from './setting-card.module.css';

const USUAL: readonly number[] = [0, MINUTE_MS, 2 * MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS];

/** How often orders are pulled by themselves. A value set elsewhere is shown among the usual ones. */
export function PullCard() {
  const { t } = useTranslation('settings');
  const everyMs = useSettings((state) => state.settings['orders.pullEveryMs']);
  const { set } = useAppState().settings.getState();
  const choices = USUAL.includes(everyMs) ? USUAL : [...USUAL, everyMs].toSorted((a, b) => a - b);
  const words = (ms: number): string => {
    if (ms === 0) return t('pull.off');
    return ms % MINUTE_MS === 0
      ? t('pull.everyMinutes', { count: ms / MINUTE_MS })
      : t('pull.everySeconds', { count: Math.round(ms / SECOND_MS) });
  };
  return (
    <SettingCard title={t('sections.orders')} icon={<OrdersIcon />}>
      <div className={styles.field}>
        <span>{t('pull.label')}</span>
        <SegmentedControl
          aria-label={t('pull.label')}
          value={String(everyMs)}
          data={choices.map((ms) => ({ value: String(ms), label: words(ms) }))}
          onChange={(value) => void set('orders.pullEveryMs', Number(value))}
        />
        <p className={styles.hint}>{t('pull.hint')}</p>
      </div>
    </SettingCard>
  );
}
