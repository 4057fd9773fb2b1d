import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackageView, PackingView } from '../../../shared/contract/packing.ts';
import { useHiddenBelow } from '../../components/use-hidden-below.ts';
import { PackageCard } from './package-card.tsx';
import styles from './package-list.module.css';
import type { BenchPhoto } from './use-bench-photo.ts';

/** The right side: the boxes, the one being filled first, and what is in none of them yet. */
export function PackageList({ view, camera }: { readonly view: PackingView; readonly camera: BenchPhoto }) {
  const { t } = useTranslation('pack');
  const { packages, currentPackage, unpacked } = view;
  const list = useRef<HTMLOListElement>(null);
  const hidden = useHiddenBelow(list, packages);
  const current = view.step === 'saved' ? null : currentPackage;
  return (
    <section className={styles.panel} aria-label={t('boxes.label')} data-testid="packages">
      <div className={styles.head}>
        <h2>{t('boxes.label')}</h2>
        <span>{t('boxes.count', { count: packages.length })}</span>
      </div>
      <div className={styles.rows}>
        <ol className={styles.list} ref={list} data-cut={hidden > 0 || undefined}>
          {inReadingOrder(packages, current).map((box) => (
            <PackageCard
              key={box.no}
              box={box}
              current={box.no === current}
              needsCourier={view.order?.deliverMethod === 'courier'}
              weighing={view.order?.weighing}
              photo={view.order?.photo}
              camera={camera}
            />
          ))}
          {packages.length === 0 && <li className={styles.empty}>{t('boxes.empty')}</li>}
        </ol>
        {hidden > 0 && <p className={styles.more}>{t('boxes.more', { count: hidden })}</p>}
      </div>
      <p className={styles.unpacked} data-testid="unpacked" data-none={unpacked === 0 || undefined}>
        {unpacked === 0 ? (
          t('boxes.allPacked')
        ) : (
          <>
            {t('boxes.unpacked')} <strong>{unpacked}</strong> {t('band.pieces')}
          </>
        )}
      </p>
    </section>
  );
}

/** The current box on top, then the newest: what was saved long ago may slide out of sight. */
const inReadingOrder = (boxes: readonly PackageView[], current: number | null): readonly PackageView[] =>
  [...boxes].sort((a, b) => Number(b.no === current) - Number(a.no === current) || b.no - a.no);
