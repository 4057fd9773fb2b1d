import { useTranslation } from 'react-i18next';
import styles from './carrier-choice.module.css';
import type { CarrierFind } from './use-carrier-find.ts';

/** The field's id: a key goes to it. */
export const FINDER = 'carrier-find';

/** Types to find a carrier. Enter takes the first that fits; the arrow down goes to the buttons, where digits count again. */
export function CarrierFinder(props: { readonly find: CarrierFind; readonly onPick: (code: string) => void }) {
  const { t } = useTranslation('pack');
  const { find } = props;
  const [first] = find.shown;
  return (
    <div className={styles.name}>
      <label htmlFor={FINDER}>{t('carrier.find')}</label>
      <input
        id={FINDER}
        value={find.text}
        maxLength={64}
        autoComplete="off"
        spellCheck={false}
        placeholder={t('carrier.findBy')}
        onChange={(event) => find.setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            event.currentTarget.closest('section')?.querySelector('button')?.focus();
          }
          if (event.key === 'Enter' && find.text.trim() !== '' && first) props.onPick(first.code);
        }}
      />
      <span role="status">{statusOf(find, t)}</span>
    </div>
  );
}

function statusOf({ text, shown, more }: CarrierFind, t: ReturnType<typeof useTranslation<'pack'>>['t']): string {
  if (text.trim() !== '' && shown.length === 0) return t('carrier.findNone');
  return more > 0 ? t('carrier.findMore', { count: more }) : '';
}
