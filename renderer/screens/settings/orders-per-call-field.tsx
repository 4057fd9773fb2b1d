import { useTranslation } from 'react-i18next';
import { SettingsSchema } from '../../../shared/contract/settings.ts';
import { capabilitiesOf } from '../../../shared/domain/platforms/platform-list.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useAppState, useSettings, useStatus } from '../../state/app-state.tsx';
import { NumberField } from './number-field.tsx';

const ADVISED = SettingsSchema.parse({})['outbox.ordersPerCall'];

/** Most orders in one call; there only where the platform of a shop takes several. */
export function OrdersPerCallField() {
  const { t } = useTranslation('settings');
  const language = useLanguage();
  const shops = useStatus((state) => state.status?.shops);
  const saved = useSettings((state) => state.settings['outbox.ordersPerCall']);
  const { set } = useAppState().settings.getState();
  const able = [...new Set(shops?.map((shop) => shop.platform))].flatMap((platform) => {
    const { batch, names } = capabilitiesOf(platform);
    return batch === undefined ? [] : [{ most: batch.most, name: language === 'en' ? names.en : names.zh }];
  });
  if (able.length === 0) return null;
  const most = Math.max(...able.map((platform) => platform.most));
  const platforms = able.map((platform) => platform.name).join(t('outbox.and'));
  return (
    <NumberField
      label={t('outbox.ordersPerCall')}
      hint={t('outbox.ordersPerCallHint', { platforms, most })}
      unit={t('outbox.orders')}
      decimals={0}
      range={[1, most]}
      value={saved}
      advised={ADVISED}
      onSave={(orders) => void set('outbox.ordersPerCall', orders)}
    />
  );
}
