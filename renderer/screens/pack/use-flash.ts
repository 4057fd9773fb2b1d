import { useEffect, useState } from 'react';
import { usePacking } from '../../state/app-state.tsx';
import { type Flash, flashFor } from './flash.ts';

/** The flash of the latest verdict while it lasts. */
export function useFlash(): Flash | null {
  const news = usePacking((state) => state.news);
  // A verdict from before this screen was opened has been seen.
  const [seenNo, setSeenNo] = useState(news?.no ?? 0);
  const current = news && news.no > seenNo ? flashFor(news) : null;
  const no = news?.no ?? 0;
  const ms = current?.ms ?? 0;
  useEffect(() => {
    const timer = window.setTimeout(() => setSeenNo(no), ms);
    return () => window.clearTimeout(timer);
  }, [no, ms]);
  return current?.flash ?? null;
}
