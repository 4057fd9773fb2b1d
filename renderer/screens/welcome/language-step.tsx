import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/contract/system.ts';
import { PackIcon } from '../../components/icons/pack-icon.tsx';
import styles from './welcome-screen.module.css';
import { useNumberKeys } from './use-number-keys.ts';

/** Both languages in their own words: who reads only one of them finds it. */
export function LanguageStep({ onChoose }: { readonly onChoose: (language: Language) => void }) {
  const { t } = useTranslation('welcome');
  useNumberKeys([() => onChoose('zh-CN'), () => onChoose('en')]);
  return (
    <>
      <header className={styles.head}>
        <span className={styles.mark}>
          <PackIcon />
        </span>
        <h1>
          <span lang="zh-CN">发货台</span> <span lang="en">Dispatch Desk</span>
        </h1>
        <p>{t('chooseLanguage')}</p>
      </header>
      <div className={styles.languages}>
        <button type="button" lang="zh-CN" className={styles.language} onClick={() => onChoose('zh-CN')}>
          <kbd>1</kbd>
          <strong>{t('chinese')}</strong>
          <span>{t('chineseNote')}</span>
        </button>
        <button type="button" lang="en" className={styles.language} onClick={() => onChoose('en')}>
          <kbd>2</kbd>
          <strong>{t('english')}</strong>
          <span>{t('englishNote')}</span>
        </button>
      </div>
    </>
  );
}
