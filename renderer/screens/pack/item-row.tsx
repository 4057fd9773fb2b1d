import { useTranslation } from 'react-i18next';
import { CheckIcon } from '../../components/icons/check-icon.tsx';
import { TagIcon } from '../../components/icons/tag-icon.tsx';
import { GoodsPicture } from './goods-picture.tsx';
import styles from './item-row.module.css';
import type { RankedLine } from './item-order.ts';

/** One kind of goods: large while it is next, small and ticked once it is done. */
export function ItemRow({ line, rank }: RankedLine) {
  const { t } = useTranslation('pack');
  const left = line.wanted - line.packed;
  return (
    <li
      className={styles.row}
      data-rank={rank}
      data-line={line.lineNo}
      data-barcode={line.barcode || line.skuCode}
      data-left={left}
      aria-current={rank === 'next' || undefined}
    >
      <GoodsPicture url={line.imageUrl} title={line.title} />
      <div className={styles.text}>
        <span className={styles.what}>
          <strong className={styles.name}>{line.title}</strong>
          {line.variant !== '' && <span className={styles.variant}>{line.variant}</span>}
        </span>
        <span className={styles.codes}>
          {line.skuCode !== '' && <span>{t('items.code', { code: line.skuCode })}</span>}
          {line.barcode !== '' && <Barcode value={line.barcode} />}
          {line.needsSerialNumber && (
            <span className={styles.serial}>
              <TagIcon />
              {t('items.serial')}
            </span>
          )}
        </span>
      </div>
      <span className={styles.count} aria-label={t('items.count', { packed: line.packed, wanted: line.wanted })}>
        {line.wanted === 0 ? (
          <small>{t('items.nothing')}</small>
        ) : (
          <>
            {left === 0 && <CheckIcon />}
            <b>{line.packed}</b>
            <i>/</i>
            <b>{line.wanted}</b>
          </>
        )}
      </span>
    </li>
  );
}

/** Packers compare the last four digits with the label in their hand. */
function Barcode({ value }: { readonly value: string }) {
  const { t } = useTranslation('pack');
  return (
    <span className={styles.barcode}>
      {t('items.barcode')} {value.slice(0, -4)}
      <b>{value.slice(-4)}</b>
    </span>
  );
}
