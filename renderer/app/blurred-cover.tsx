import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './blurred-cover.module.css';

/** Greys the window out while another one has the keyboard: scans would land there. */
export function BlurredCover() {
  const { t } = useTranslation();
  const [blurred, setBlurred] = useState(() => !document.hasFocus());
  useEffect(() => {
    const left = (): void => setBlurred(true);
    const back = (): void => setBlurred(false);
    window.addEventListener('blur', left);
    window.addEventListener('focus', back);
    window.addEventListener('pointerdown', back, { capture: true });
    window.addEventListener('keydown', back, { capture: true });
    return () => {
      window.removeEventListener('blur', left);
      window.removeEventListener('focus', back);
      window.removeEventListener('pointerdown', back, { capture: true });
      window.removeEventListener('keydown', back, { capture: true });
    };
  }, []);
  if (!blurred) return null;
  return (
    <div className={styles.cover} role="alert" data-testid="blurred">
      <strong>{t('blurred.title')}</strong>
      <span>{t('blurred.detail')}</span>
    </div>
  );
}
