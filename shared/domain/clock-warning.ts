import { MINUTE_MS } from '../kernel/time.ts';
import type { PlatformId } from './platforms/platform-id.ts';
import { capabilitiesOf } from './platforms/platform-list.ts';

/** `windowMinutes`: how far the clock may be off before the shops' platforms refuse to ship; null where none does. */
export type ClockWarning = { readonly windowMinutes: number | null };

/** A difference that stops nothing yet but is told, where the clock matters to a shop (RELIABILITY P2). */
const MATTERS_FROM_S = 60;
/** A difference that is told in any case: deadlines and stories would show wrong times. */
const WRONG_FROM_S = 300;

/** What to say about a clock that is off by so many seconds; null when it is right enough for these shops. */
export function clockWarning(
  skewSeconds: number,
  shops: readonly { readonly platform: PlatformId }[],
): ClockWarning | null {
  const windows = shops.flatMap((shop) => capabilitiesOf(shop.platform).clockWindowMs ?? []);
  const off = Math.abs(skewSeconds);
  if (windows.length > 0 && off >= MATTERS_FROM_S) return { windowMinutes: Math.min(...windows) / MINUTE_MS };
  return off >= WRONG_FROM_S ? { windowMinutes: null } : null;
}
