/** What is in hand right now: at most one op per lane, so many calls per shop. Lives in memory; a crash empties it. */
export type Lanes = {
  readonly isBusy: (lane: string) => boolean;
  /** Takes a lane for a call of a kind; the caller must `release` it, whatever happens. */
  readonly take: (lane: string, shopId: string, kind: CallKind) => void;
  readonly release: (lane: string) => void;
  readonly count: (shopId: string, kind: CallKind) => number;
};

/** A mutation (and the look right before it), or a look alone. */
export type CallKind = 'send' | 'look';

/** Starts with nothing in hand. */
export function createLanes(): Lanes {
  const held = new Map<string, { readonly shopId: string; readonly kind: CallKind }>();
  return {
    isBusy: (lane) => held.has(lane),
    take: (lane, shopId, kind) => {
      if (held.has(lane)) throw new Error('A lane holds one call at a time');
      held.set(lane, { shopId, kind });
    },
    release: (lane) => {
      held.delete(lane);
    },
    count: (shopId, kind) => {
      let count = 0;
      for (const call of held.values()) if (call.shopId === shopId && call.kind === kind) count += 1;
      return count;
    },
  };
}
