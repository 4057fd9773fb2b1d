import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../components/key-cap.tsx';
import styles from './panel.module.css';

/** Asked before unsaved goods leave their boxes. Enter means nothing here; F8 says yes, Escape no. */
export function ClosingQuestion(props: {
  readonly pieces: number;
  readonly onYes: () => void;
  readonly onNo: () => void;
}) {
  const { t } = useTranslation('pack');
  return (
    <div className={styles.cover} data-testid="closing">
      <section className={styles.panel} role="alertdialog" aria-modal="true" aria-label={t('closing.title')}>
        <h2>{t('closing.title')}</h2>
        <p>{t('closing.detail', { count: props.pieces })}</p>
        <div className={styles.buttons}>
          <button type="button" tabIndex={-1} onClick={props.onYes}>
            <KeyCap>F8</KeyCap> {t('closing.yes')}
          </button>
          <button type="button" tabIndex={-1} data-strong onClick={props.onNo}>
            <KeyCap>Esc</KeyCap> {t('closing.no')}
          </button>
        </div>
      </section>
    </div>
  );
}
