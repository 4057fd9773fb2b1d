import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { SystemStatus } from '../../shared/contract/system.ts';
import { OfflineIcon } from '../components/icons/offline-icon.tsx';
import { OnlineIcon } from '../components/icons/online-icon.tsx';
import { OutboxIcon } from '../components/icons/outbox-icon.tsx';
import { QuestionIcon } from '../components/icons/question-icon.tsx';
import { ShopsIcon } from '../components/icons/shops-icon.tsx';
import { WarningIcon } from '../components/icons/warning-icon.tsx';
import { Pill } from '../components/pill.tsx';
import { useAgeText } from '../components/use-age-text.ts';
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
      {status && <TroublePills status={status} />}
      {status && <NetworkPill network={status.network} />}
      {status && <OutboxPills status={status} />}
      {status && <ShopsPill shops={status.shops} />}
      <ScannerPill />
      <OperatorPill />
    </div>
  );
}

/** What is wrong with the desk itself. */
function TroublePills({ status: { conservation, clockSkewSeconds, shops } }: { readonly status: SystemStatus }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
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
    </>
  );
}

function NetworkPill({ network }: Pick<SystemStatus, 'network'>) {
  const { t } = useTranslation();
  const since = useAgeText();
  if (network.online)
    return (
      <Pill icon={<OnlineIcon />} short={t('pill.short.online')} spare>
        {t('pill.networkOk')}
      </Pill>
    );
  const age = network.since ? since(network.since) : '';
  return (
    <Pill tone="offline" icon={<OfflineIcon />} short={age}>
      {t('pill.networkOff', { for: age })}
    </Pill>
  );
}

/** What waits to be sent, what is being looked up, and what a person has to see to. */
function OutboxPills({ status: { network, outbox } }: { readonly status: SystemStatus }) {
  const { t } = useTranslation();
  const since = useAgeText();
  const [, navigate] = useLocation();
  const open = (): void => navigate('/outbox');
  const { in_doubt: doubted } = outbox.perState;
  return (
    <>
      <Pill
        short={String(outbox.open)}
        tone={network.online || outbox.open === 0 ? 'calm' : 'offline'}
        icon={<OutboxIcon />}
        onPress={open}
      >
        {t('pill.queue', { count: outbox.open })}
        {outbox.oldestOpenAt && ` · ${t('pill.oldest', { age: since(outbox.oldestOpenAt) })}`}
      </Pill>
      {doubted > 0 && (
        <Pill icon={<QuestionIcon />} short={String(doubted)} onPress={open}>
          {t('pill.inDoubt', { count: doubted })}
        </Pill>
      )}
      {outbox.needsYou > 0 && (
        <Pill tone="wants-you" icon={<WarningIcon />} short={String(outbox.needsYou)} onPress={open}>
          {t('pill.needsYou', { count: outbox.needsYou })}
        </Pill>
      )}
    </>
  );
}

function ShopsPill({ shops }: Pick<SystemStatus, 'shops'>) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const stopped = shops.filter((shop) => shop.paused || shop.gate !== null).length;
  const [only] = shops.length === 1 ? shops : [];
  return (
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
          : (only?.name ?? t('pill.shops', { count: shops.length }))}
    </Pill>
  );
}
