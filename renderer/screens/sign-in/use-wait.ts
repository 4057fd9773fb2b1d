import { useEffect, useState } from 'react';
import type { Problem } from '../../../shared/contract/problem.ts';
import { SECOND_MS } from '../../../shared/kernel/time.ts';

const LOOK_EVERY_MS = 200;

/** Seconds until the next PIN may be tried, counting down from when the problem came; 0 where there is no wait. */
export function useWait(problem: Problem | null): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const waitMs = problem !== null && 'seconds' in problem ? problem.seconds * SECOND_MS : 0;
    const untilMs = performance.now() + waitMs;
    const look = (): void => setLeft(Math.max(0, Math.ceil((untilMs - performance.now()) / SECOND_MS)));
    const first = window.setTimeout(look, 0);
    const timer = window.setInterval(look, LOOK_EVERY_MS);
    return () => {
      window.clearTimeout(first);
      window.clearInterval(timer);
    };
  }, [problem]);
  return left;
}
