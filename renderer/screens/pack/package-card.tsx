import { useTranslation } from 'react-i18next';
import type { PackageView } from '../../../shared/contract/packing.ts';
import type { Weighing } from '../../../shared/domain/weight.ts';
import { GroupedCode } from '../../components/grouped-code.tsx';
import { CheckIcon } from '../../components/icons/check-icon.tsx';
import { SealIcon } from '../../components/icons/seal-icon.tsx';
import styles from './package-list.module.css';
import { PhotoLine } from './photo-line.tsx';
import type { BenchPhoto } from './use-bench-photo.ts';
import { WeightLine } from './weight-line.tsx';

/** One box: what is in it, whether it is closed, and its waybill. */
export function PackageCard(props: {
  readonly box: PackageView;
  readonly current: boolean;
  readonly needsCourier: boolean;
  /** Absent where the shop's packages are not weighed. */
  readonly weighing?: Weighing | undefined;
  /** Absent where they are not photographed. */
  readonly photo?: 'ask' | 'must' | undefined;
  readonly camera: BenchPhoto;
}) {
  const { t } = useTranslation('pack');
  const { box, current } = props;
  return (
    <li className={styles.card} data-current={current || undefined} data-state={box.state} data-package={box.no}>
      <div className={styles.title}>
        <strong>{t('boxes.name', { no: box.no })}</strong>
        {box.state === 'saved' && (
          <span className={styles.tag} data-kind="saved">
            <CheckIcon />
            {t('boxes.saved')}
          </span>
        )}
        {box.state === 'sealed' && (
          <span className={styles.tag} data-kind="sealed">
            <SealIcon />
            {t('boxes.sealed')}
          </span>
        )}
        {current && (
          <span className={styles.tag} data-kind="current">
            {t('boxes.current')}
          </span>
        )}
      </div>
      <p className={styles.contents}>
        {box.items.length === 0 ? t('boxes.empty') : box.items.map((item) => <Content key={item.lineNo} {...item} />)}
      </p>
      {props.weighing && <WeightLine grams={box.weightGrams} must={props.weighing.weigh === 'must'} />}
      {props.photo && box.items.length > 0 && (
        <PhotoLine box={box} current={current} must={props.photo === 'must'} photo={props.camera} />
      )}
      <p className={styles.waybill} data-none={box.waybill === '' || undefined}>
        {box.waybill === '' ? (
          t(props.needsCourier ? 'boxes.noWaybill' : 'boxes.needsNone')
        ) : (
          <>
            <span>{box.carrierName}</span> <GroupedCode value={box.waybill} />
          </>
        )}
      </p>
    </li>
  );
}

const Content = ({ title, quantity, codes }: PackageView['items'][number]) => (
  <>
    <span className={styles.content}>
      <span>{title}</span>
      <b>× {quantity}</b>
    </span>
    {codes && <code className={styles.codes}>{codes.join(' · ')}</code>}
  </>
);
