import { useTranslation } from 'react-i18next';
import type { ShopView } from '../../../shared/contract/shops.ts';
import { CheckIcon } from '../../components/icons/check-icon.tsx';
import { CrossIcon } from '../../components/icons/cross-icon.tsx';
import { PauseIcon } from '../../components/icons/pause-icon.tsx';
import styles from './shop-state-badge.module.css';

/** Whether a shop's packages leave: colour, shape and word. */
export function ShopStateBadge({ shop }: { readonly shop: Pick<ShopView, 'paused' | 'gate'> }) {
  const { t } = useTranslation('shops');
  const state = shop.gate !== null ? 'gate' : shop.paused ? 'paused' : 'ok';
  return (
    <span className={styles.badge} data-state={state}>
      {state === 'ok' ? <CheckIcon /> : state === 'paused' ? <PauseIcon /> : <CrossIcon />}
      {t(`state.${state}`)}
    </span>
  );
}
