import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { typedGrams } from '../../../shared/domain/weight.ts';
import styles from './typing-box.module.css';

/** What the current package weighs, in kilograms. Enter takes it; a scan meanwhile goes to the bench. */
export function WeighBox({ onGrams }: { readonly onGrams: (grams: number) => void }) {
  const { t } = useTranslation('bench');
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const grams = typedGrams(text);
  const unfinished = text !== '' && grams === null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (grams !== null) onGrams(grams);
  };
  return (
    <form className={styles.box} onSubmit={submit} data-testid="weigh">
      <label htmlFor="weigh-field">{t('weigh.label')}</label>
      <input
        ref={field}
        id="weigh-field"
        className={styles.field}
        value={text}
        inputMode="decimal"
        autoComplete="off"
        maxLength={7}
        onChange={(event) => setText(event.currentTarget.value.replace(/[^\d.,]/g, ''))}
      />
      <span className={styles.hint} data-warn={unfinished || undefined}>
        {t(unfinished ? 'weigh.notYet' : 'weigh.hint')}
      </span>
    </form>
  );
}
