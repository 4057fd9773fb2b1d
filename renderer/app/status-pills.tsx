import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { SystemStatus } from '../../shared/contract/system.ts';
import { age } from '../components/age.ts';
import { OfflineIcon } from '../components/icons/offline-icon.tsx';
import { OnlineIcon } from '../components/icons/online-icon.tsx';
import { OutboxIcon } from '../components/icons/outbox-icon.tsx';
import { ShopsIcon } from '../components/icons/shops-icon.tsx';
import { WarningIcon } from '../components/icons/warning-icon.tsx';
import { Pill } from '../components/pill.tsx';
import { useNow } from '../components/use-now.ts';
import { useStatus } from '../state/app-state.tsx';
import { clockWarning } from '../../shared/domain/clock-warning.ts';
import { AlarmPills } from './alarm-pills.tsx';
import { OperatorPill } from './operator-pill.tsx';
import { ScannerPill } from './scanner-pill.tsx';
import styles from './shell.module.css';

/** The corner that is always there: network, queue with its oldest age, shops, scanner. */
export function StatusPills() {
  const { t } = useTranslation();
  const status = useStatus((state) => state.status);
  return (
    <div className={styles.pills} role="group" aria-label={t('pill.label')}>
      {status && <AlarmPills alarms={status.alarms} />}
      {status && <Figures status={status} />}
      <ScannerPill />
      <OperatorPill />
    </div>
  );
}

function Figures({ status }: { readonly status: SystemStatus }) {
  const { t } = useTranslation();
  const now = useNow();
  const [, navigate] = useLocation();
  const { network, outbox, shops, conservation, clockSkewSeconds } = status;
  const since = (iso: string): string => {
    const { unit, count } = age(iso, now);
    return t(`age.${unit}`, { count });
  };
  const stopped = shops.filter((shop) => shop.paused || shop.gate !== null).length;
  return (
    <>
      {!conservation.balanced && (
        <Pill tone="alarm" icon={<WarningIcon />} short={t('pill.short.books')} onPress={() => navigate('/outbox')}>
          {t('pill.unbalanced')}
        </Pill>
      )}
      {clockSkewSeconds !== null && clockWarning(clockSkewSeconds, shops) !== null && (
        <Pill
          tone="wants-you"
          icon={<WarningIcon />}
          short={t('pill.short.clock')}
          onPress={() => navigate('/settings')}
        >
          {t('pill.clock', { minutes: Math.round(Math.abs(clockSkewSeconds) / 60) })}
        </Pill>
      )}
      {network.online ? (
        <Pill icon={<OnlineIcon />} short={t('pill.short.online')} spare>
          {t('pill.networkOk')}
        </Pill>
      ) : (
        <Pill tone="offline" icon={<OfflineIcon />} short={network.since ? since(network.since) : ''}>
          {t('pill.networkOff', { for: network.since ? since(network.since) : '' })}
        </Pill>
      )}
      <Pill
        short={String(outbox.open)}
        tone={network.online || outbox.open === 0 ? 'calm' : 'offline'}
        icon={<OutboxIcon />}
        onPress={() => navigate('/outbox')}
      >
        {t('pill.queue', { count: outbox.open })}
        {outbox.oldestOpenAt && ` · ${t('pill.oldest', { age: since(outbox.oldestOpenAt) })}`}
      </Pill>
      {outbox.needsYou > 0 && (
        <Pill
          tone="wants-you"
          icon={<WarningIcon />}
          short={String(outbox.needsYou)}
          onPress={() => navigate('/outbox')}
        >
          {t('pill.needsYou', { count: outbox.needsYou })}
        </Pill>
      )}
      <Pill
        icon={<ShopsIcon />}
        tone={stopped > 0 ? 'wants-you' : 'calm'}
        short={stopped > 0 ? t('pill.short.paused', { count: stopped }) : String(shops.length)}
        spare
        onPress={() => navigate('/shops')}
      >
        {stopped > 0
          ? t('pill.shopPaused', { count: stopped })
          : shops.length === 0
            ? t('pill.noShop')
            : shops.length === 1 && shops[0]
              ? shops[0].name
              : t('pill.shops', { count: shops.length })}
      </Pill>
    </>
  );
}
