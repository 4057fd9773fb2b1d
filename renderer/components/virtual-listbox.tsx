import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { stepFor } from './listbox-keys.ts';
import styles from './virtual-listbox.module.css';

export type VirtualListboxProps<Item> = {
  readonly label: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** Height of a row before it was measured, in rem. */
  readonly rowRem: number;
  readonly renderItem: (item: Item) => ReactNode;
  readonly onOpen: (item: Item) => void;
  /** Called when the last row comes near the window. */
  readonly onEnd: () => void;
};

/**
 * A list of any length of which only the visible rows exist. Arrows, Page, Home and End move, Enter opens. The chosen row
 * is kept by its key, so that a refresh under the reader's eyes does not move it.
 */
export function VirtualListbox<Item>(props: VirtualListboxProps<Item>) {
  const { items, keyOf, onEnd } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const found = chosen === null ? -1 : items.findIndex((item) => keyOf(item) === chosen);
  const active = found < 0 ? 0 : found;
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => props.rowRem * rootFontPx(),
    getItemKey: (index) => (items[index] ? keyOf(items[index]) : index),
    overscan: 8,
  });
  const visible = rows.getVirtualItems();
  const last = visible.at(-1)?.index ?? 0;
  useEffect(() => {
    if (items.length > 0 && last >= items.length - 10) onEnd();
  }, [last, items.length, onEnd]);
  const choose = (index: number): void => {
    const item = items[index];
    if (!item) return;
    setChosen(keyOf(item));
    rows.scrollToIndex(index);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const current = items[active];
    if (event.key === 'Enter' && current) {
      event.preventDefault();
      return props.onOpen(current);
    }
    const next = stepFor(event.key, active, items.length, found < 0);
    if (next === null) return;
    event.preventDefault();
    choose(next);
  };
  return (
    <div
      ref={box}
      className={styles.box}
      role="listbox"
      tabIndex={0}
      aria-label={props.label}
      aria-activedescendant={visible.some((row) => row.index === active) ? `${id}-${active}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {visible.map((row) => {
          const item = items[row.index];
          return (
            item !== undefined && (
              <div
                key={row.key}
                ref={rows.measureElement}
                id={`${id}-${row.index}`}
                data-index={row.index}
                role="option"
                aria-selected={row.index === active}
                aria-setsize={items.length}
                aria-posinset={row.index + 1}
                className={styles.row}
                style={{ transform: `translateY(${row.start}px)` }}
                onClick={() => {
                  setChosen(keyOf(item));
                  props.onOpen(item);
                }}
              >
                {props.renderItem(item)}
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

const rootFontPx = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
