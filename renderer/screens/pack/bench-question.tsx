import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BenchQuestion } from '../../../shared/contract/packing.ts';
import { HOLD_REASONS } from '../../../shared/domain/problem-shelf.ts';
import { holdReasonWords } from '../../../shared/messages/shelf-sentences.ts';
import { WarningIcon } from '../../components/icons/warning-icon.tsx';
import { byPointer } from '../../components/by-pointer.ts';
import { KeyCap } from '../../components/key-cap.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { benchZh } from '../../i18n/zh-CN/bench.ts';
import styles from './bench-question.module.css';
import panel from './panel.module.css';
import { shownCode } from './shown-code.ts';

/** What the bench asks before it goes on: one large button each, with its digit. Enter and Space answer nothing. */
export function QuestionPanel(props: {
  readonly question: BenchQuestion;
  readonly onAnswer: (option: string, text?: string) => void;
}) {
  const { t } = useTranslation('bench');
  const { kind, text, pieces, options } = props.question;
  const dialog = useRef<HTMLElement>(null);
  useEffect(() => dialog.current?.focus(), []);
  return (
    <div className={panel.cover} data-testid="question" data-kind={kind}>
      <section
        ref={dialog}
        className={styles.question}
        role="alertdialog"
        aria-modal="true"
        aria-label={t(`question.title.${kind}`)}
        tabIndex={-1}
      >
        <h2>
          <span className={styles.icon}>
            <WarningIcon />
          </span>
          {t(`question.title.${kind}`)}
        </h2>
        <p>{t(`question.detail.${kind}`, { text: shownCode(text), count: pieces })}</p>
        <div className={styles.options} data-columns={kind === 'hold-reason' ? 2 : 1}>
          {options.map(({ id, about }, index) => (
            <button
              key={id}
              type="button"
              tabIndex={-1}
              className={styles.option}
              data-option={id}
              onClick={byPointer(() => props.onAnswer(id))}
            >
              <KeyCap>{index + 1}</KeyCap>
              <OptionWords kind={kind} id={id} about={about} />
            </button>
          ))}
        </div>
        {kind === 'hold-reason' && <NoteField onNote={(note) => props.onAnswer('other', note)} />}
        <p className={styles.hint}>{t(kind === 'hold-reason' ? 'question.holdHint' : 'question.hint')}</p>
      </section>
    </div>
  );
}

/** The packer's own words, for what none of the reasons says. The key of the last reason leads here. */
function NoteField({ onNote }: { readonly onNote: (note: string) => void }) {
  const { t } = useTranslation('bench');
  const [note, setNote] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (note.trim() !== '') onNote(note.trim());
  };
  return (
    <form className={styles.note} onSubmit={submit}>
      <label htmlFor="hold-note">{t('question.note')}</label>
      <input
        id="hold-note"
        value={note}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </form>
  );
}

type OptionKey = keyof typeof benchZh.question.option;
const isOption = (key: string): key is OptionKey => Object.hasOwn(benchZh.question.option, key);

/** Some answers mean something else in another question; goods lines speak for themselves. */
function OptionWords(props: { readonly kind: BenchQuestion['kind']; readonly id: string; readonly about: string }) {
  const { t } = useTranslation('bench');
  const own = `${props.id}-${props.kind === 'close-order' ? 'close' : 'second'}`;
  const language = useLanguage();
  const reason = HOLD_REASONS.find((each) => each === props.id);
  if (props.kind === 'hold-reason' && reason !== undefined) return <span>{holdReasonWords(reason, language)}</span>;
  const key = [own, props.id].find(isOption);
  return <span>{key === undefined ? props.about : t(`question.option.${key}`, { about: props.about })}</span>;
}
