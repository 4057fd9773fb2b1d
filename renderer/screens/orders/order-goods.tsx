import { useTranslation } from 'react-i18next';
import type { OrderLine } from '../../../shared/domain/order.ts';
import styles from './order-goods.module.css';

/** The goods of an order, with what was already shipped, refunded or is disputed. */
export function OrderGoods({ lines }: { readonly lines: readonly OrderLine[] }) {
  return (
    <ul className={styles.goods}>
      {lines.map((line) => (
        <li key={line.lineNo} className={styles.line}>
          <Picture line={line} />
          <Words line={line} />
          <Quantity line={line} />
        </li>
      ))}
    </ul>
  );
}

function Picture({ line }: { readonly line: OrderLine }) {
  const { t } = useTranslation('orders');
  if (line.imageUrl === '') return <span className={styles.blank}>{t('detail.noPicture')}</span>;
  return <img className={styles.picture} src={line.imageUrl} alt="" loading="lazy" referrerPolicy="no-referrer" />;
}

function Words({ line }: { readonly line: OrderLine }) {
  const { t } = useTranslation('orders');
  const small = [
    line.skuCode === '' ? null : t('detail.sku', { code: line.skuCode }),
    line.barcode === '' ? null : t('detail.barcode', { code: line.barcode }),
    line.needsSerialNumber ? t('detail.needsSerial') : null,
  ].filter((part) => part !== null);
  return (
    <div className={styles.words}>
      <span className={styles.title}>{line.title}</span>
      {line.variant !== '' && <span className={styles.variant}>{line.variant}</span>}
      <span className={styles.small}>{small.join(' · ')}</span>
    </div>
  );
}

function Quantity({ line }: { readonly line: OrderLine }) {
  const { t } = useTranslation('orders');
  return (
    <div className={styles.quantity}>
      <strong>{t('detail.quantity', { count: line.quantity })}</strong>
      {line.shippedQuantity > 0 && <span>{t('detail.shipped', { count: line.shippedQuantity })}</span>}
      {line.refundedQuantity > 0 && <span>{t('detail.refunded', { count: line.refundedQuantity })}</span>}
      {line.afterSaleQuantity > 0 && <span>{t('detail.afterSale', { count: line.afterSaleQuantity })}</span>}
    </div>
  );
}
