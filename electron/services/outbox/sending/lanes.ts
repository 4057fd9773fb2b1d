/** What is in hand right now: at most one op per lane, so many calls per shop. Lives in memory; a crash empties it. */
export type Lanes = {
  readonly isBusy: (lane: string) => boolean;
  /** Takes a lane for a call; the caller must `release` it, whatever happens. */
  readonly take: (lane: string, call: HeldCall) => void;
  readonly release: (lane: string) => void;
  /** Calls of a kind in hand; one that holds several lanes counts once, until the last of them is released. */
  readonly count: (shopId: string, kind: CallKind) => number;
};

/** A mutation (and the look right before it), or a look alone. */
export type CallKind = 'send' | 'look';

/** One call, the same object for all the lanes it holds. */
export type HeldCall = { readonly shopId: string; readonly kind: CallKind };

/** Starts with nothing in hand. */
export function createLanes(): Lanes {
  const held = new Map<string, HeldCall>();
  return {
    isBusy: (lane) => held.has(lane),
    take: (lane, call) => {
      if (held.has(lane)) throw new Error('A lane holds one call at a time');
      held.set(lane, call);
    },
    release: (lane) => {
      held.delete(lane);
    },
    count: (shopId, kind) =>
      new Set([...held.values()].filter((call) => call.shopId === shopId && call.kind === kind)).size,
  };
}
