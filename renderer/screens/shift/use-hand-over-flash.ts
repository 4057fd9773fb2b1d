import { useEffect, useState } from 'react';
import type { HandOverNews } from '../../state/hand-over-store.ts';

export type HandOverFlash = 'handed' | 'repeated' | 'undone';

/** Long enough to be read between two parcels; the next scan replaces it at once. */
const SHOWN_MS = 2_500;

/** What the band says of the last scan, for a while; null when it asks for the next. */
export function useHandOverFlash(news: HandOverNews | null): HandOverFlash | null {
  const [over, setOver] = useState(0);
  const no = news?.no ?? 0;
  useEffect(() => {
    if (no === 0) return;
    const timer = window.setTimeout(() => setOver(no), SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [no]);
  if (news === null || over >= no) return null;
  return news.kind === 'handed' || news.kind === 'repeated' || news.kind === 'undone' ? news.kind : null;
}
