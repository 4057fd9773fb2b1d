import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../shared/contract/orders.ts';
import { DeadlineText } from './deadline-text.tsx';
import { OrderFlags } from './order-flags.tsx';
import styles from './order-line.module.css';

/** One order in the list: how urgent, which, what, and how much is left of it. */
export function OrderLine({ row, now }: { readonly row: OrderRow; readonly now: number }) {
  const { t } = useTranslation('orders');
  return (
    <div className={styles.line}>
      <DeadlineText deadline={row.left === 0 ? null : row.deadline} now={now} />
      <div className={styles.ids}>
        <span className={styles.number}>{row.orderId}</span>
        <span className={styles.soft}>{row.shop}</span>
      </div>
      <div className={styles.goods}>
        <span className={styles.title}>{row.title}</span>
        <OrderFlags flags={row.flags} />
        {(row.sellerNote || row.note) !== '' && (
          <span className={styles.note}>{[row.sellerNote, row.note].filter((note) => note !== '').join(' · ')}</span>
        )}
      </div>
      <div className={styles.side}>
        <span className={styles.left} data-done={row.left === 0 || undefined}>
          {t('pieces', { left: row.left, pieces: row.pieces })}
        </span>
        <span className={styles.soft}>
          {row.heldBy === null ? t(`statuses.${row.status}`) : t('heldBy', { who: row.heldBy })}
        </span>
      </div>
    </div>
  );
}
