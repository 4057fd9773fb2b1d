import { type FormEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './typing-box.module.css';

export type TypingBoxProps = {
  readonly text: string;
  /** The text came from a scanner that sent no Enter. */
  readonly unended: boolean;
  readonly onText: (text: string) => void;
  readonly onSubmit: (text: string) => void;
};

/** For benches without a scanner: type or paste a code, Enter submits, the box stays for the next one. */
export function TypingBox({ text, unended, onText, onSubmit }: TypingBoxProps) {
  const { t } = useTranslation('pack');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '') onSubmit(text);
  };
  return (
    <form className={styles.box} onSubmit={submit} data-testid="typing">
      <label htmlFor="typed-code">{t('typing.label')}</label>
      <input
        ref={field}
        id="typed-code"
        className={styles.field}
        value={text}
        autoComplete="off"
        spellCheck={false}
        maxLength={70_000}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <span className={styles.hint} data-warn={unended || undefined}>
        {t(unended ? 'typing.noEnter' : 'typing.submit')}
      </span>
    </form>
  );
}
