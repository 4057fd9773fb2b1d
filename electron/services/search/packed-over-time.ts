import type { PackedSlot } from '../../../shared/contract/history.ts';
import { DAY_MS, HOUR_MS, isoFromMs } from '../../../shared/kernel/time.ts';
import type { PackedBox } from './operator-figures.ts';

/**
 * Packages hour by hour of one day, from the first hour with any to the last, or day by day of a longer time. `fromMs` is
 * the beginning of a day in China, `toMs` the end of one; China keeps one zone, so that all days are equally long.
 */
export function packedOverTime(
  boxes: readonly Pick<PackedBox, 'atMs'>[],
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): readonly PackedSlot[] {
  const slotMs = toMs - fromMs <= DAY_MS ? HOUR_MS : DAY_MS;
  const counts = Array.from({ length: Math.max(0, Math.round((toMs - fromMs) / slotMs)) }, () => 0);
  for (const { atMs } of boxes) {
    const slot = Math.floor((atMs - fromMs) / slotMs);
    const before = counts[slot];
    if (before !== undefined) counts[slot] = before + 1;
  }
  const slots = counts.map((packages, index) => ({ at: isoFromMs(fromMs + index * slotMs), packages }));
  if (slotMs === DAY_MS) return slots;
  const isWorked = ({ packages }: PackedSlot): boolean => packages > 0;
  return slots.slice(slots.findIndex(isWorked), slots.findLastIndex(isWorked) + 1);
}
