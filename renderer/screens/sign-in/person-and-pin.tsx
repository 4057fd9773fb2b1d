import { useTranslation } from 'react-i18next';
import { numberWidth } from '../../../shared/domain/pin.ts';
import { CheckIcon } from '../../components/icons/check-icon.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import { type Entry, NOTHING_TYPED } from './entry.ts';
import styles from './person-and-pin.module.css';

const LEAST_PIN_DIGITS = 6;

export type Person = { readonly id: string; readonly name: string };

/** Numbered names; a number picks one. */
export function PeopleList(props: {
  readonly people: readonly Person[];
  readonly entry: Entry;
  readonly put: (entry: Entry) => void;
}) {
  const { t } = useTranslation('signIn');
  const { people, entry, put } = props;
  return (
    <ol className={styles.people} aria-label={t('people')}>
      {people.map(({ id, name }, index) => (
        <li key={id}>
          <button
            type="button"
            className={styles.person}
            aria-pressed={entry.picked === id}
            onClick={() => put({ ...NOTHING_TYPED, picked: id })}
          >
            <KeyCap>{String(index + 1).padStart(numberWidth(people.length), '0')}</KeyCap>
            <span>{name}</span>
            {entry.picked === id && <CheckIcon />}
          </button>
        </li>
      ))}
    </ol>
  );
}

/** How many digits were typed; never which. */
export function PinDots({ pin, active }: { readonly pin: string; readonly active: boolean }) {
  const { t } = useTranslation('signIn');
  const places = Math.max(LEAST_PIN_DIGITS, pin.length);
  return (
    <div className={styles.pin} data-active={active || undefined}>
      <span className={styles.pinLabel}>PIN</span>
      <span className={styles.dots} aria-hidden="true">
        {Array.from({ length: places }, (_place, index) => (
          <i key={index} data-typed={index < pin.length || undefined} />
        ))}
      </span>
      <span className={styles.heard} role="status" data-testid="pin-typed">
        {t('typed', { count: pin.length })}
      </span>
      <KeyCap>Enter</KeyCap>
    </div>
  );
}
