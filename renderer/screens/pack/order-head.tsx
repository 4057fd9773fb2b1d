import { useTranslation } from 'react-i18next';
import type { PackingView } from '../../../shared/contract/packing.ts';
import { GroupedCode } from '../../components/grouped-code.tsx';
import { WarningIcon } from '../../components/icons/warning-icon.tsx';
import { useNow } from '../../components/use-now.ts';
import styles from './order-head.module.css';

/** Which order is open, of which shop, and until when it has to leave. */
export function OrderHead({ order }: { readonly order: NonNullable<PackingView['order']> }) {
  const { t } = useTranslation('pack');
  return (
    <div className={styles.head}>
      <h2>
        <span className={styles.label}>{t('order.label')}</span>
        <GroupedCode value={order.orderId} />
      </h2>
      <span className={styles.shop}>{order.shop}</span>
      {order.deadline && <Deadline iso={order.deadline} />}
      {order.flags.map((flag) => (
        <span key={flag} className={styles.flag}>
          <WarningIcon />
          {t(`order.flag.${flag}`)}
        </span>
      ))}
    </div>
  );
}

function Deadline({ iso }: { readonly iso: string }) {
  const { t, i18n } = useTranslation('pack');
  const now = useNow(30_000);
  const due = Date.parse(iso);
  const sameDay = new Date(now).toDateString() === new Date(due).toDateString();
  const format = new Intl.DateTimeFormat(i18n.language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(sameDay ? {} : { month: 'numeric', day: 'numeric' }),
  });
  const late = due < now;
  return (
    <span className={styles.due} data-late={late || undefined}>
      {t(late ? 'order.overdue' : 'order.due', { time: format.format(due) })}
    </span>
  );
}
