import { DAY_MS, HOUR_MS } from '../../../shared/kernel/time.ts';
import type { Clock } from '../ports.ts';
import type { ScanLog } from './scan-log-store.ts';

/** How long a raw scan is kept. */
export const KEPT_MS = 30 * DAY_MS;
/** So few at a time that no scan waits for it. */
const SLICE = 200;
const BETWEEN_SLICES_MS = 50;
const BETWEEN_SWEEPS_MS = 6 * HOUR_MS;

/** Deletes what is older than 30 days, a slice at a time, now and every six hours; returns how to stop. */
export function keepScansTidy(log: Pick<ScanLog, 'forgetBefore'>, clock: Clock): () => void {
  let callOff = (): void => undefined;
  const sweep = (): void => {
    const more = log.forgetBefore(clock.now() - KEPT_MS, SLICE) === SLICE;
    callOff = clock.at(more ? BETWEEN_SLICES_MS : BETWEEN_SWEEPS_MS, sweep);
  };
  callOff = clock.at(BETWEEN_SLICES_MS, sweep);
  return () => callOff();
}
