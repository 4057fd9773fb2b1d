import { useEffect, useRef } from 'react';
import { useAppState } from '../../state/app-state.tsx';

/** Opens the box for a number when its barcode, "quantity" or "weight", was scanned. */
export function useAskedNumber(open: (panel: 'quantity' | 'weigh') => void): void {
  const { packing } = useAppState();
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(
    () =>
      packing.subscribe(({ news }, before) => {
        if (!news || news.no === before.news?.no) return;
        if (news.verdict === 'quantity-asked') latest.current('quantity');
        if (news.verdict === 'weight-asked') latest.current('weigh');
      }),
    [packing],
  );
}
