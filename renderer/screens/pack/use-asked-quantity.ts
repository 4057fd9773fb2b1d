import { useEffect, useRef } from 'react';
import { useAppState } from '../../state/app-state.tsx';

/** Opens the quantity box when the barcode "quantity" was scanned. */
export function useAskedQuantity(open: () => void): void {
  const { packing } = useAppState();
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(
    () =>
      packing.subscribe(({ news }, before) => {
        if (news && news.no !== before.news?.no && news.verdict === 'quantity-asked') latest.current();
      }),
    [packing],
  );
}
