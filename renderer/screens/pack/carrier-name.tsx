import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './carrier-choice.module.css';

/** For a carrier that is not on the list: its name, as long as the platform takes it. */
export function CarrierName(props: { readonly most: number; readonly onName: (name: string) => void }) {
  const { t } = useTranslation('pack');
  const [name, setName] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') props.onName(name.trim());
  };
  return (
    <form className={styles.name} onSubmit={submit}>
      <label htmlFor="carrier-name">{t('carrier.name', { most: props.most })}</label>
      <input
        id="carrier-name"
        value={name}
        maxLength={props.most}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit">{t('carrier.useName')}</button>
    </form>
  );
}
