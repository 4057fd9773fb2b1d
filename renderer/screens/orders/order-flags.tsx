import { useTranslation } from 'react-i18next';
import type { OrderFlag } from '../../../shared/domain/order.ts';
import { HandIcon } from '../../components/icons/hand-icon.tsx';
import styles from './order-flags.module.css';

/** Why the box must not leave now. */
export function OrderFlags({ flags }: { readonly flags: readonly OrderFlag[] }) {
  const { t } = useTranslation('orders');
  return flags.map((flag) => (
    <span key={flag} className={styles.flag}>
      <HandIcon />
      {t(`flags.${flag}`)}
    </span>
  ));
}
