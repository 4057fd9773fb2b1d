import { setImmediate as nextTurn } from 'node:timers/promises';
import type { OrderKey } from '../orders/order-store.ts';
import type { Clock, Log } from '../ports.ts';
import type { OrderSource } from './order-source.ts';
import type { MarkName, SearchIndex } from './search-index.ts';

/** Orders indexed before scans and sends get their turn: a few milliseconds. */
const SLICE = 20;
/** How often the desk's file is asked for news while nobody searches. */
const EVERY_MS = 1_500;
/** A search waits for this many slices; what is older than them is found through the desk's own indexes meanwhile. */
const WAITED_SLICES = 10;
/** Slices of one turn of the follower, so that stopping it never waits long. */
const FOLLOWED_SLICES = 50;
const OVER = -1;

/** Keeps the search file up with the desk's. Nothing of it happens within a save. */
export type Indexer = {
  /** Brings in what is new, as far as a search may wait for it. */
  readonly settle: () => Promise<void>;
  /** Brings in everything; `slice` orders before the event loop gets a turn. */
  readonly catchUp: (slice?: number) => Promise<void>;
  /** True until everything that was there before has been gone over. */
  readonly building: () => boolean;
  /** Follows from now on, until `stop`. A failing disk ends it: the next start goes on where it was. */
  readonly start: () => void;
  readonly stop: () => Promise<void>;
};

type Deps = {
  readonly source: OrderSource;
  readonly index: SearchIndex;
  readonly clock: Pick<Clock, 'at'>;
  readonly log: Log;
};

/** Creates the follower of one search file. */
export function createIndexer({ source, index, clock, log }: Deps): Indexer {
  begin(source, index);
  let callOff = (): void => undefined;
  let running: Promise<void> | null = null;
  let stopped = true;

  const take = (name: MarkName, keys: readonly OrderKey[], to: number): void =>
    index.together(() => {
      for (const key of distinct(keys)) index.put(source.facts(key));
      index.setMark(name, to);
    });
  const news = (name: 'touch' | 'audit', slice: number): boolean => {
    const read = name === 'touch' ? source.touched : source.moved;
    const { keys, to, any } = read(index.mark(name) ?? 0, slice);
    if (any) take(name, keys, to);
    return any;
  };
  const old = (name: 'orders' | 'ops', slice: number): boolean => {
    const after = index.mark(name) ?? OVER;
    if (after === OVER) return false;
    const { keys, to, any } = name === 'orders' ? source.orders(after, slice) : source.ops(after, slice);
    take(name, name === 'orders' ? keys : keys.filter(({ at }) => !index.hasPackage(at)), any ? to : OVER);
    return true;
  };
  /** One slice of work, what is new before what is old; false where nothing is left to do. */
  const step = (slice: number): boolean =>
    news('touch', slice) || news('audit', slice) || old('orders', slice) || old('ops', slice);
  const steps = async (slice: number, most: number): Promise<void> => {
    for (let done = 0; done < most && step(slice); done += 1) await nextTurn();
  };
  const follow = async (): Promise<void> => {
    try {
      await steps(SLICE, FOLLOWED_SLICES);
      if (!stopped) callOff = clock.at(pending() ? 0 : EVERY_MS, again);
    } catch (error) {
      log.warn('search-index-stopped', { kind: error instanceof Error ? error.name : typeof error });
    }
  };
  const pending = (): boolean => index.mark('orders') !== OVER || index.mark('ops') !== OVER;
  const again = (): void => {
    running = follow();
  };
  return {
    settle: () => steps(SLICE, WAITED_SLICES),
    catchUp: (slice = SLICE) => steps(slice, Number.POSITIVE_INFINITY),
    building: pending,
    start: () => {
      stopped = false;
      callOff = clock.at(EVERY_MS, again);
    },
    stop: async () => {
      stopped = true;
      callOff();
      await running;
    },
  };
}

/** A new file remembers where the desk's file ended when the walk over it began; whatever comes later is news. */
function begin(source: OrderSource, index: SearchIndex): void {
  if (index.mark('audit') !== null) return;
  const { audit, touch } = source.reach();
  index.together(() => {
    index.setMark('audit', audit);
    index.setMark('touch', touch);
    index.setMark('orders', 0);
    index.setMark('ops', 0);
  });
}

const distinct = (keys: readonly OrderKey[]): readonly OrderKey[] => [
  ...new Map(keys.map((key) => [`${key.shopId} ${key.orderId}`, key])).values(),
];
