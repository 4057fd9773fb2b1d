import { useTranslation } from 'react-i18next';
import { capabilitiesOf } from '../../../shared/domain/platforms/platform-list.ts';
import type { EntryQuestion } from '../../../shared/domain/platforms/search-entries.ts';
import { undocumentedWords } from '../../../shared/messages/class-words.ts';
import { QuestionIcon } from '../../components/icons/question-icon.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './unknown-code.module.css';

/** A code nobody has documented: the platform's own text stands, and it goes the unknown way. */
export function UnknownCode(props: { readonly code: string; readonly question: EntryQuestion }) {
  const { t } = useTranslation('codes');
  const language = useLanguage();
  const { code, question } = props;
  const platform = question.platform && capabilitiesOf(question.platform).names[language === 'en' ? 'en' : 'zh'];
  return (
    <section className={styles.unknown} role="status">
      <QuestionIcon />
      <div>
        <strong>{platform ? t('unknownPlatform', { platform, code }) : t('unknownTitle', { code })}</strong>
        <p>{undocumentedWords(language).hint}</p>
        {question.text.trim() !== code && <p className={styles.said}>{t('unknownSaid', { text: question.text })}</p>}
      </div>
    </section>
  );
}
