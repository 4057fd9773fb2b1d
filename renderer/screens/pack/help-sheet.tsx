import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../components/key-cap.tsx';
import styles from './panel.module.css';

const KEYS = ['F1', 'F2', 'F3', 'F4', 'F6', 'F7', 'F8', 'F10'] as const;
const OTHER_KEYS = ['esc', 'digits', 'pages'] as const;

/** All keys of the bench on one sheet. */
export function HelpSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['pack', 'shell']);
  return (
    <div className={styles.cover} data-testid="help">
      <section className={styles.panel} role="dialog" aria-modal="true" aria-label={t('help.title')}>
        <h2>{t('help.title')}</h2>
        <p>{t('help.scan')}</p>
        <dl className={styles.keys}>
          {KEYS.map((key) => (
            <KeyLine key={key} name={key} does={t(`help.${key}`)} />
          ))}
          {OTHER_KEYS.map((key) => (
            <KeyLine key={key} name={t(`help.name.${key}`)} does={t(`help.${key}`)} />
          ))}
        </dl>
        <p>{t('help.enter')}</p>
        <div className={styles.buttons}>
          <button type="button" onClick={onClose}>
            <KeyCap>Esc</KeyCap> {t('shell:action.close')}
          </button>
        </div>
      </section>
    </div>
  );
}

const KeyLine = ({ name, does }: { readonly name: string; readonly does: string }) => (
  <>
    <dt>
      <KeyCap>{name}</KeyCap>
    </dt>
    <dd>{does}</dd>
  </>
);
