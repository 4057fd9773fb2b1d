import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { allEntries } from '../../../shared/domain/platforms/catalogue.ts';
import { PlatformIdSchema } from '../../../shared/domain/platforms/platform-id.ts';
import { capabilitiesOf } from '../../../shared/domain/platforms/platform-list.ts';
import type { Actor, BoxAction, ReplyClass } from '../../../shared/domain/platforms/reply-class.ts';
import type { EntryQuestion } from '../../../shared/domain/platforms/search-entries.ts';
import { classWords } from '../../../shared/messages/class-words.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './code-filters.module.css';

const distinct = <Value,>(values: readonly Value[]): readonly Value[] => [...new Set(values)];
const KINDS: readonly ReplyClass['kind'][] = distinct(allEntries.map((entry) => entry.replyClass.kind));
const ACTORS: readonly Actor[] = distinct(allEntries.map((entry) => entry.actor));
const BOXES: readonly BoxAction[] = distinct(allEntries.map((entry) => entry.box));

/** Four ways to narrow the list; each offers only what occurs. */
export function CodeFilters(props: {
  readonly question: EntryQuestion;
  readonly onChange: (question: EntryQuestion) => void;
}) {
  const { t } = useTranslation('codes');
  const language = useLanguage();
  const { question, onChange } = props;
  const set = <Field extends Exclude<keyof EntryQuestion, 'text'>>(
    field: Field,
    value: EntryQuestion[Field] | null,
  ) => {
    const { [field]: _, ...others } = question;
    onChange(value === null ? (others as EntryQuestion) : { ...question, [field]: value });
  };
  return (
    <div className={styles.filters} role="group" aria-label={t('filterLabel')}>
      <Choice
        label={t('platform')}
        any={t('anyPlatform')}
        value={question.platform ?? null}
        values={PlatformIdSchema.options}
        wordOf={(id) => capabilitiesOf(id).names[language === 'en' ? 'en' : 'zh']}
        onPick={(value) => set('platform', value)}
      />
      <Choice
        label={t('kind')}
        any={t('anyKind')}
        value={question.kind ?? null}
        values={KINDS}
        wordOf={(kind) => classWords(kind, language).name}
        onPick={(value) => set('kind', value)}
      />
      <Choice
        label={t('actor')}
        any={t('anyActor')}
        value={question.actor ?? null}
        values={ACTORS}
        wordOf={(actor) => t(`actors.${actor}`)}
        onPick={(value) => set('actor', value)}
      />
      <Choice
        label={t('box')}
        any={t('anyBox')}
        value={question.box ?? null}
        values={BOXES}
        wordOf={(box) => t(`boxes.${box}`)}
        onPick={(value) => set('box', value)}
      />
    </div>
  );
}

function Choice<Value extends string>(props: {
  readonly label: string;
  readonly any: string;
  readonly value: Value | null;
  readonly values: readonly Value[];
  readonly wordOf: (value: Value) => string;
  readonly onPick: (value: Value | null) => void;
}) {
  const { values, wordOf, onPick } = props;
  return (
    <Select
      aria-label={props.label}
      className={styles.choice ?? ''}
      data={[{ value: '', label: props.any }, ...values.map((value) => ({ value, label: wordOf(value) }))]}
      value={props.value ?? ''}
      allowDeselect={false}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      onChange={(picked) => onPick(values.find((value) => value === picked) ?? null)}
    />
  );
}
