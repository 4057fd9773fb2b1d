import { HOUR_MS } from '../../../shared/kernel/time.ts';

export type Urgency = 'none' | 'calm' | 'soon' | 'late';

/** How pressing a ship-by time is: `soon` from two hours before it. */
export function urgencyOf(deadline: string | null, nowMs: number): Urgency {
  if (deadline === null) return 'none';
  const left = Date.parse(deadline) - nowMs;
  if (left < 0) return 'late';
  return left < 2 * HOUR_MS ? 'soon' : 'calm';
}
