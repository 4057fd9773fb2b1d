import { useTranslation } from 'react-i18next';
import { FactList } from '../../components/fact-list.tsx';
import { HelpIcon } from '../../components/icons/help-icon.tsx';
import { useStatus } from '../../state/app-state.tsx';
import { clockWarning } from '../../../shared/domain/clock-warning.ts';
import { useSystemInfo } from '../../state/use-system-info.ts';
import { SettingCard } from './setting-card.tsx';

/** What somebody on the phone will ask for. */
export function AboutCard() {
  const { t } = useTranslation('settings');
  const info = useSystemInfo();
  const skew = useStatus((state) => state.status?.clockSkewSeconds ?? null);
  const shops = useStatus((state) => state.status?.shops);
  if (!info) return null;
  const warning = skew === null ? null : clockWarning(skew, shops ?? []);
  return (
    <SettingCard title={t('sections.about')} icon={<HelpIcon />}>
      <FactList
        facts={[
          { label: t('about.version'), value: info.version },
          { label: t('about.host'), value: t(`about.hosts.${info.features.host}`) },
          {
            label: t('about.vault'),
            value: t(info.vault.available ? 'about.vaultOk' : 'about.vaultMissing', { backend: info.vault.backend }),
          },
          {
            label: t('about.clock'),
            value: skew === null ? t('about.clockUnknown') : t('about.clockOk', { seconds: skew }),
          },
          warning && {
            label: t('about.clockOff'),
            value:
              warning.windowMinutes === null
                ? t('about.clockSet')
                : t('about.clockWindow', { minutes: warning.windowMinutes }),
          },
          { label: t('about.licence'), value: 'MIT' },
        ]}
      />
    </SettingCard>
  );
}
