import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_QUANTITY } from '../../../shared/domain/commands/command-code.ts';
import styles from './typing-box.module.css';

/** How many pieces the next goods scan counts for. Enter takes the number; a scan meanwhile goes to the bench. */
export function QuantityBox({ onQuantity }: { readonly onQuantity: (quantity: number) => void }) {
  const { t } = useTranslation('bench');
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const quantity = Number(text);
  const fits = text !== '' && quantity >= 1 && quantity <= MAX_QUANTITY;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (fits) onQuantity(quantity);
  };
  return (
    <form className={styles.box} onSubmit={submit} data-testid="quantity">
      <label htmlFor="quantity-field">{t('quantity.label')}</label>
      <input
        ref={field}
        id="quantity-field"
        className={styles.field}
        value={text}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        onChange={(event) => setText(event.currentTarget.value.replace(/\D/g, ''))}
      />
      <span className={styles.hint} data-warn={(text !== '' && !fits) || undefined}>
        {text === '' || fits ? t('quantity.hint') : t('quantity.notOne', { most: MAX_QUANTITY })}
      </span>
    </form>
  );
}
