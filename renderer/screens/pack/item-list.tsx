import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackingView } from '../../../shared/contract/packing.ts';
import { useHiddenBelow } from '../../components/use-hidden-below.ts';
import styles from './item-list.module.css';
import { ItemRow } from './item-row.tsx';
import { type RankedLine, rankLines, touchedLine } from './item-order.ts';
import { OrderHead } from './order-head.tsx';

type OpenOrder = NonNullable<PackingView['order']>;

/** The left side: what goes into the boxes, the next goods on top. `asked` is the line that wants a serial number. */
export function ItemList({ order, asked }: { readonly order: OpenOrder; readonly asked: number | null }) {
  const { t } = useTranslation('pack');
  const ranked = rankLines(order.lines, useTouched(order), asked);
  const list = useRef<HTMLUListElement>(null);
  const hidden = useHiddenBelow(list, ranked);
  const openBelow = hidden === 0 ? 0 : unfinished(ranked.slice(-hidden));
  return (
    <section className={styles.panel} aria-label={t('items.label')} data-testid="items">
      <OrderHead order={order} />
      <div className={styles.rows}>
        <ul className={styles.list} ref={list} data-cut={hidden > 0 || undefined}>
          {ranked.map(({ line, rank }) => (
            <ItemRow key={line.lineNo} line={line} rank={rank} />
          ))}
        </ul>
        {hidden > 0 && (
          <p className={styles.more}>
            {openBelow > 0
              ? t('items.moreOpen', { count: hidden, open: openBelow })
              : t('items.more', { count: hidden })}
          </p>
        )}
      </div>
      <Note of="buyer" text={order.note} />
      <Note of="seller" text={order.sellerNote} />
    </section>
  );
}

function Note({ of, text }: { readonly of: 'buyer' | 'seller'; readonly text: string }) {
  const { t } = useTranslation('bench');
  if (text === '') return null;
  return (
    <p className={styles.note} data-note={of}>
      <b>{t(`notes.${of}`)}</b>
      {text}
    </p>
  );
}

const unfinished = (lines: readonly RankedLine[]): number => lines.filter(({ rank }) => rank !== 'done').length;

/** The line whose count changed last, within this order. */
function useTouched(order: OpenOrder): number | null {
  const [seen, setSeen] = useState({ order, touched: null as number | null });
  if (seen.order === order) return seen.touched;
  const touched =
    seen.order.orderId === order.orderId ? (touchedLine(seen.order.lines, order.lines) ?? seen.touched) : null;
  setSeen({ order, touched });
  return touched;
}
