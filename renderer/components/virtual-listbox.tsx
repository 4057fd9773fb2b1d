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
  const { items, keyOf } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const rows = useRows(props, box);
  const [chosen, setChosen] = useState<string | null>(null);
  const found = chosen === null ? -1 : items.findIndex((item) => keyOf(item) === chosen);
  const active = Math.max(0, found);
  const onKeyDown = (event: KeyboardEvent): void => {
    const current = items[active];
    if (event.key === 'Enter' && current !== undefined) {
      event.preventDefault();
      return props.onOpen(current);
    }
    const next = stepFor(event.key, active, items.length, found < 0);
    const item = next === null ? undefined : items[next];
    if (next === null || item === undefined) return;
    event.preventDefault();
    setChosen(keyOf(item));
    rows.scrollToIndex(next);
  };
  const visible = rows.getVirtualItems();
  const activeId = visible.some((row) => row.index === active) ? `${id}-${active}` : undefined;
  const label = { 'aria-label': props.label, 'aria-activedescendant': activeId };
  return (
    <div ref={box} className={styles.box} role="listbox" tabIndex={0} {...label} onKeyDown={onKeyDown}>
      <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {visible.map(({ key, index, start }) => (
          <div
            key={key}
            ref={rows.measureElement}
            id={`${id}-${index}`}
            data-index={index}
            role="option"
            aria-selected={index === active}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            className={styles.row}
            style={{ transform: `translateY(${start}px)` }}
            onClick={() => open(props, index, setChosen)}
          >
            {items[index] !== undefined && props.renderItem(items[index])}
          </div>
        ))}
      </div>
    </div>
  );
}

function open<Item>(props: VirtualListboxProps<Item>, index: number, choose: (key: string) => void): void {
  const item = props.items[index];
  if (item === undefined) return;
  choose(props.keyOf(item));
  props.onOpen(item);
}

/** The visible window over all rows, which asks for more before its end is reached. */
function useRows<Item>(props: VirtualListboxProps<Item>, box: { readonly current: HTMLDivElement | null }) {
  const { items, keyOf, onEnd } = props;
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => props.rowRem * rootFontPx(),
    getItemKey: (index) => (items[index] === undefined ? index : keyOf(items[index])),
    overscan: 8,
  });
  const last = rows.getVirtualItems().at(-1)?.index ?? 0;
  useEffect(() => {
    if (items.length > 0 && last >= items.length - 10) onEnd();
  }, [last, items.length, onEnd]);
  return rows;
}

const rootFontPx = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
