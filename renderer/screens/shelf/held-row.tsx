import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HeldOrderView } from '../../../shared/contract/packing.ts';
import { holdReasonWords } from '../../../shared/messages/shelf-sentences.ts';
import { useAgeText } from '../../components/use-age-text.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './shelf-screen.module.css';

/** An order put aside: its place, why and for how long, and what lets it go on. */
export function HeldRow({ order, onLift }: { readonly order: HeldOrderView; readonly onLift: () => void }) {
  const { t } = useTranslation('shelf');
  const reason = holdReasonWords(order.reason, useLanguage());
  const ago = useAgeText();
  return (
    <li className={styles.row} data-order={order.orderId} data-testid="held-order">
      <span className={styles.place}>{t('place', { no: order.shelf })}</span>
      <div className={styles.what}>
        <strong>{order.note === '' ? reason : `${reason}：${order.note}`}</strong>
        <span>
          {order.orderId} · {t('held.pieces', { count: order.pieces })}
        </span>
        <small>
          {order.shop} · {t('held.by', { by: order.heldBy, age: ago(order.heldAt) })} ·{' '}
          {t(order.waitsForLead ? 'held.waits' : 'held.resume')}
        </small>
      </div>
      {order.waitsForLead && (
        <Button size="md" variant="default" onClick={onLift}>
          {t('held.lift')}
        </Button>
      )}
    </li>
  );
}
