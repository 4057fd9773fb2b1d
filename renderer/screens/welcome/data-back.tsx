import { useTranslation } from 'react-i18next';
import { WarningIcon } from '../../components/icons/warning-icon.tsx';
import styles from './data-back.module.css';

/** In both languages, because which one is spoken here is not known any more. */
export function DataBack() {
  const { t } = useTranslation('welcome');
  return (
    <div className={styles.notice} role="alert">
      <WarningIcon />
      <p lang="zh-CN">{t('dataBackZh')}</p>
      <p lang="en">{t('dataBackEn')}</p>
    </div>
  );
}
