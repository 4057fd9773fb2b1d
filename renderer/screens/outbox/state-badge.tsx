import { useTranslation } from 'react-i18next';
import type { OpState } from '../../../shared/domain/op.ts';
import styles from './state-badge.module.css';
import { STATE_ICON } from './state-look.tsx';

/** A state as colour, shape and word. */
export function StateBadge({ state }: { readonly state: OpState }) {
  const { t } = useTranslation('outbox');
  return (
    <span className={styles.badge} data-state={state}>
      {STATE_ICON[state]}
      {t(`states.${state}`)}
    </span>
  );
}
