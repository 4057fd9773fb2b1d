import { useEffect, useRef } from 'react';
import { useStatus } from '../../state/app-state.tsx';

/** The names of the practice shops, in the order of the shops page. */
export function usePracticeShops(): readonly string[] {
  const status = useStatus((state) => state.status);
  return (status?.shops ?? []).filter(({ training }) => training).map(({ name }) => name);
}

/** The shop after the one that is shown; after the last one all shops again. */
export const nextShop = (shops: readonly string[], shown: string | null): string | null =>
  shops[shown === null ? 0 : shops.indexOf(shown) + 1] ?? null;

/** F4 turns the tray to the next shop. */
export function useTrayKey(onKey: () => void): void {
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'F4' || event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
}
