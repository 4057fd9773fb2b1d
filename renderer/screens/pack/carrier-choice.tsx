import { useTranslation } from 'react-i18next';
import type { PackingView } from '../../../shared/contract/packing.ts';
import { fitsPattern } from '../../../shared/domain/carriers/waybill-pattern.ts';
import { GroupedCode } from '../../components/grouped-code.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import styles from './carrier-choice.module.css';
import { CarrierFinder } from './carrier-finder.tsx';
import { CarrierName } from './carrier-name.tsx';
import type { CarrierFind } from './use-carrier-find.ts';

type Choice = NonNullable<PackingView['carrierChoice']>;

/** Asked when a waybill fits several carriers: one large button each, with the digit that presses it. */
export function CarrierChoice(props: {
  readonly choice: Choice;
  /** Which carriers are shown, and how to find another. */
  readonly find: CarrierFind;
  readonly onPick: (code: string) => void;
  readonly onName: (name: string) => void;
}) {
  const { t } = useTranslation('pack');
  const { waybill, nameMax } = props.choice;
  const candidates = props.find.shown;
  const odd = new Set(candidates.filter((candidate) => !fitsPattern(candidate, waybill)));
  // A note on every button tells none of them apart.
  const tellsOdd = odd.size < candidates.length;
  return (
    <section
      className={styles.panel}
      data-many={candidates.length > 4 || undefined}
      data-testid="carriers"
      aria-label={t('carrier.title')}
    >
      <div className={styles.head}>
        <h2>{t('carrier.title')}</h2>
        <span className={styles.waybill}>
          <GroupedCode value={waybill} />
        </span>
      </div>
      <CarrierFinder find={props.find} onPick={props.onPick} />
      {nameMax !== undefined && <CarrierName most={nameMax} onName={props.onName} />}
      <div className={styles.buttons} data-many={candidates.length > 4 || undefined}>
        {candidates.map((candidate, index) => (
          <button
            key={candidate.code}
            type="button"
            className={styles.button}
            onClick={() => props.onPick(candidate.code)}
          >
            <KeyCap>{index + 1}</KeyCap>
            <span>
              <strong>{candidate.name}</strong>
              {tellsOdd && odd.has(candidate) && <small className={styles.odd}>{t('carrier.odd')}</small>}
            </span>
          </button>
        ))}
      </div>
      <p className={styles.hint}>{t('carrier.hint')}</p>
    </section>
  );
}
