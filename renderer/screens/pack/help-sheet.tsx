import { useTranslation } from 'react-i18next';
import { COMMANDS } from '../../../shared/domain/commands/command-list.ts';
import { commandWords } from '../../../shared/messages/command-words.ts';
import { KeyCap } from '../../components/key-cap.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './panel.module.css';

const OTHER_KEYS = ['digits', 'pages'] as const;

/** All keys of the bench on one sheet, from the same list that serves the keys themselves. */
export function HelpSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['pack', 'shell', 'bench']);
  const language = useLanguage();
  return (
    <div className={styles.cover} data-testid="help">
      <section className={styles.panel} data-wide role="dialog" aria-modal="true" aria-label={t('help.title')}>
        <h2>{t('help.title')}</h2>
        <p>{t('help.scan')}</p>
        <dl className={styles.keys}>
          {COMMANDS.map(({ id, key }) => (
            <KeyLine key={id} name={key === 'Escape' ? 'Esc' : key} {...commandWords(id, language)} />
          ))}
          {OTHER_KEYS.map((key) => (
            <KeyLine key={key} name={t(`help.name.${key}`)} label="" does={t(`help.${key}`)} />
          ))}
        </dl>
        <p>{t('help.enter')}</p>
        <div className={styles.buttons}>
          <a href="#/commands">{t('bench:help.sheet')}</a>
          <button type="button" onClick={onClose}>
            <KeyCap>Esc</KeyCap> {t('shell:action.close')}
          </button>
        </div>
      </section>
    </div>
  );
}

const KeyLine = ({ name, label, does }: { readonly name: string; readonly label: string; readonly does: string }) => (
  <div className={styles.keyLine}>
    <dt>
      <KeyCap>{name}</KeyCap>
    </dt>
    <dd>
      {label !== '' && <strong>{label}</strong>} {does}
    </dd>
  </div>
);
