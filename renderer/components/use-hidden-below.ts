import { type RefObject, useEffect, useState } from 'react';

/** A line of which less than this shows counts as hidden. */
const SHOWN = 0.85;

/** How many children of a scrolling list lie below its visible edge, so that the page can say so in words. */
export function useHiddenBelow(list: RefObject<HTMLElement | null>, version: unknown): number {
  const [hidden, setHidden] = useState(0);
  useEffect(() => {
    const root = list.current;
    if (!root) return;
    const below = new Set<Element>();
    // The browser tells after it has laid the page out: asking it sooner would make each scan lay it out twice.
    const watch = new IntersectionObserver(
      (entries) => {
        for (const { target, intersectionRatio, boundingClientRect, rootBounds } of entries) {
          const { bottom, height } = boundingClientRect;
          const isBelow = height > 0 && intersectionRatio < SHOWN && bottom > (rootBounds?.bottom ?? bottom);
          if (isBelow) below.add(target);
          else below.delete(target);
        }
        setHidden(below.size);
      },
      { root, threshold: [0, SHOWN] },
    );
    for (const child of root.children) watch.observe(child);
    return () => watch.disconnect();
  }, [list, version]);
  return hidden;
}
