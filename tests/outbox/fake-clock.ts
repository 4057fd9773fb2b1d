import type { Clock } from '../../electron/services/ports.ts';

/** A clock a test moves: timers fire in order as time passes, and promises get their turn in between. */
export type FakeClock = Clock & {
  /** Lets `ms` pass on both clocks. */
  readonly pass: (ms: number) => Promise<void>;
  /** Sets the wall clock without time passing. */
  readonly jump: (ms: number) => void;
};

type Timer = { readonly atMs: number; readonly seq: number; readonly task: () => void };

/** Turns of the event loop given to promises after each timer; database and fake platform answer within them. */
const TURNS = 12;

/** Starts at a fixed moment. */
export function createFakeClock(startMs = Date.parse('2026-11-21T08:00:00Z')): FakeClock {
  let monotonicMs = 5_000;
  let wallOffsetMs = startMs - monotonicMs;
  let seq = 0;
  let timers: Timer[] = [];
  const turns = async (): Promise<void> => {
    for (let turn = 0; turn < TURNS; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    now: () => monotonicMs + wallOffsetMs,
    monotonic: () => monotonicMs,
    at: (delayMs, task) => {
      seq += 1;
      const timer = { atMs: monotonicMs + delayMs, seq, task };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    jump: (ms) => {
      wallOffsetMs += ms;
    },
    pass: async (ms) => {
      const endMs = monotonicMs + ms;
      await turns();
      for (;;) {
        const [due] = timers.filter(({ atMs }) => atMs <= endMs).toSorted((a, b) => a.atMs - b.atMs || a.seq - b.seq);
        if (due === undefined) break;
        timers = timers.filter((other) => other !== due);
        monotonicMs = Math.max(monotonicMs, due.atMs);
        due.task();
        await turns();
      }
      monotonicMs = endMs;
    },
  };
}
