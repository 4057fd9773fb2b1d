import { useTranslation } from 'react-i18next';
import { age } from '../components/age.ts';
import { OfflineIcon } from '../components/icons/offline-icon.tsx';
import { WarningIcon } from '../components/icons/warning-icon.tsx';
import { useNow } from '../components/use-now.ts';
import { useConnection, usePacking, useStatus } from '../state/app-state.tsx';
import { RecoveryBar } from './recovery-bar.tsx';
import styles from './shell.module.css';

/** Full-width words for the two kinds of being cut off: from the backend (stop), from the platforms (carry on). */
export function Bars() {
  const reachable = useConnection((state) => state.reachable);
  const unanswered = usePacking((state) => state.problem?.code === 'unreachable');
  return (
    <div>
      <RecoveryBar />
      <PlainHttpBar />
      {reachable && !unanswered ? <OfflineBar /> : <UnreachableBar />}
    </div>
  );
}

/** Lasts as long as any shop's connection is unencrypted. */
function PlainHttpBar() {
  const { t } = useTranslation();
  const open = useStatus((state) => state.status?.shops)?.filter((shop) => shop.plainHttp) ?? [];
  if (open.length === 0) return null;
  return (
    <div className={styles.plainHttp} role="status">
      <WarningIcon />
      <strong>{t('plainHttp.title', { shops: open.map(({ name }) => name).join(t('plainHttp.and')) })}</strong>
      <span>{t('plainHttp.detail')}</span>
    </div>
  );
}

function UnreachableBar() {
  const { t } = useTranslation();
  return (
    <div className={styles.unreachable} role="alert">
      <WarningIcon />
      <strong>{t('unreachable.title')}</strong>
      <span>{t('unreachable.detail')}</span>
    </div>
  );
}

function OfflineBar() {
  const network = useStatus((state) => state.status?.network);
  return network && !network.online ? <OfflineWords since={network.since} ordersAsOf={network.ordersAsOf} /> : null;
}

function OfflineWords(props: { readonly since: string | null; readonly ordersAsOf: string | null }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const { unit, count } = age(props.since ?? new Date(now).toISOString(), now);
  const asOf =
    props.ordersAsOf &&
    new Intl.DateTimeFormat(i18n.language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return (
    <div className={styles.offline} role="status">
      <OfflineIcon />
      <strong>{t('offline.title', { for: props.since ? t(`age.${unit}`, { count }) : '' })}</strong>
      <span>{t('offline.detail')}</span>
      {asOf && props.ordersAsOf && (
        <span>{t('offline.ordersAsOf', { time: asOf.format(Date.parse(props.ordersAsOf)) })}</span>
      )}
    </div>
  );
}
