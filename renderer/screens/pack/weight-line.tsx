import { useTranslation } from 'react-i18next';
import { kilograms } from '../../../shared/domain/weight.ts';
import styles from './package-list.module.css';

/** What a box weighs, or that it has not been weighed; `must`: it does not leave without. */
export function WeightLine({ grams, must }: { readonly grams: number | undefined; readonly must: boolean }) {
  const { t } = useTranslation('bench');
  const unknown = t(must ? 'weigh.must' : 'weigh.ask');
  return (
    <p
      className={styles.weight}
      data-known={grams !== undefined || undefined}
      data-must={must || undefined}
      data-testid="weight"
    >
      {grams === undefined ? unknown : `${kilograms(grams)} kg`}
    </p>
  );
}
