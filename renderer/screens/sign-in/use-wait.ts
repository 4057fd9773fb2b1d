import { useEffect, useState } from 'react';
import type { Problem } from '../../../shared/contract/problem.ts';
import { SECOND_MS } from '../../../shared/kernel/time.ts';

const LOOK_EVERY_MS = 200;

/** Seconds until the next PIN may be tried, counting down from when the problem came; 0 where there is no wait. */
export function useWait(problem: Problem | null): number {
  const [seen, setSeen] = useState<{ readonly problem: Problem | null; readonly left: number }>(NOTHING_SEEN);
  useEffect(() => {
    const untilMs = performance.now() + secondsOf(problem) * SECOND_MS;
    const look = (): void =>
      setSeen({ problem, left: Math.max(0, Math.ceil((untilMs - performance.now()) / SECOND_MS)) });
    const first = window.setTimeout(look, 0);
    const timer = window.setInterval(look, LOOK_EVERY_MS);
    return () => {
      window.clearTimeout(first);
      window.clearInterval(timer);
    };
  }, [problem]);
  return seen.problem === problem ? seen.left : secondsOf(problem);
}

const NOTHING_SEEN = { problem: null, left: 0 };

const secondsOf = (problem: Problem | null): number =>
  problem !== null && 'seconds' in problem ? Math.max(0, problem.seconds) : 0;
