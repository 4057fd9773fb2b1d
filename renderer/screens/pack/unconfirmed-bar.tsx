import { useTranslation } from 'react-i18next';
import { WarningIcon } from '../../components/icons/warning-icon.tsx';
import { usePacking } from '../../state/app-state.tsx';
import styles from './unconfirmed-bar.module.css';

/** The backend went away with one key in its hands: only the packer can see whether it counted. */
export function UnconfirmedBar() {
  const { t } = useTranslation('pack');
  const input = usePacking((state) => state.unconfirmed);
  if (!input) return null;
  return (
    <p className={styles.bar} role="alert">
      <WarningIcon />
      <strong>{t('unconfirmed.title')}</strong>
      <span>{t('unconfirmed.detail')}</span>
    </p>
  );
}
