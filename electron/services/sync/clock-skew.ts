import { MINUTE_MS, SECOND_MS } from '../../../shared/kernel/time.ts';
import type { EventHub } from '../events.ts';

/** How far this machine's clock is off the platforms', as the last answer that told the time showed it. */
export type ClockSkew = {
  /** Seconds this machine is ahead; null before anything was measured. */
  readonly seconds: () => number | null;
  readonly note: (aheadMs: number) => void;
};

/** Nothing is measured yet. The pages are told when the whole minutes change, not at every answer. */
export function createClockSkew(events: Pick<EventHub, 'emit'>): ClockSkew {
  let knownMs: number | null = null;
  return {
    seconds: () => (knownMs === null ? null : Math.round(knownMs / SECOND_MS)),
    note: (aheadMs) => {
      const news = wholeMinutes(knownMs ?? 0) !== wholeMinutes(aheadMs);
      knownMs = aheadMs;
      if (news) events.emit('status.changed', []);
    },
  };
}

const wholeMinutes = (ms: number): number => Math.trunc(ms / MINUTE_MS);
