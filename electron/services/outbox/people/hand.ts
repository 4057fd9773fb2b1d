import { createLanes, type HeldCall, type Lanes } from '../sending/lanes.ts';
import type { DueOp } from '../store/due-ops.ts';

export type LaneOp = Pick<DueOp, 'seq' | 'lane'>;

/** Runs a task in the background; who stops the loop waits for it. */
export type StartTask = (task: () => Promise<void>) => Promise<void>;

/** Takes ops in hand for a task and lets each go when it is through, at the latest when the task ends. */
export type Hand = Pick<Lanes, 'isBusy' | 'count'> & {
  /** `calls`: the ops of each call the task makes. */
  readonly run: (of: HeldCall, calls: readonly (readonly LaneOp[])[], task: () => Promise<void>) => Promise<void>;
  readonly letGo: (seq: number) => void;
};

/** `onLeftOver`: a task ended without saying what became of some of its ops. */
export function createHand(start: StartTask, onLeftOver: () => void): Hand {
  const lanes = createLanes();
  const laneOf = new Map<number, string>();
  const letGo = (seq: number): void => {
    const lane = laneOf.get(seq);
    if (lane === undefined) return;
    laneOf.delete(seq);
    lanes.release(lane);
  };
  return {
    isBusy: lanes.isBusy,
    count: lanes.count,
    letGo,
    run: (of, calls, task) => {
      for (const ops of calls) {
        const call = { ...of };
        for (const { seq, lane } of ops) {
          lanes.take(lane, call);
          laneOf.set(seq, lane);
        }
      }
      return start(async () => {
        try {
          await task();
        } finally {
          const left = calls.flat().filter(({ seq }) => laneOf.has(seq));
          for (const { seq } of left) letGo(seq);
          if (left.length > 0) onLeftOver();
        }
      });
    },
  };
}
