import { type RefObject, useLayoutEffect, useState } from 'react';

/** How many children of a scrolling list lie below its visible edge, so that the page can say so in words. */
export function useHiddenBelow(list: RefObject<HTMLElement | null>, version: unknown): number {
  const [hidden, setHidden] = useState(0);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const count = (): void => setHidden(countBelow(element));
    count();
    const resized = new ResizeObserver(count);
    resized.observe(element);
    element.addEventListener('scroll', count, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', count);
    };
  }, [list, version]);
  return hidden;
}

function countBelow(list: HTMLElement): number {
  const edge = list.getBoundingClientRect().bottom;
  return [...list.children].filter((child) => {
    const { bottom, height } = child.getBoundingClientRect();
    return height > 0 && bottom > edge + height * 0.15;
  }).length;
}
