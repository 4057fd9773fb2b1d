import type { BackendEvent, EventName } from '../../shared/contract/event.ts';
import type { Log } from './ports.ts';

/** How many events a page may have missed before it has to reload everything. */
const KEPT_EVENTS = 500;

/** Tells every open page what changed. A listener that throws never disturbs the work that emitted. */
export type EventHub = {
  /** More than 100 ids are told as "everything of this kind" (no ids). */
  readonly emit: (name: EventName, ids: readonly string[]) => void;
  readonly subscribe: (listener: (event: BackendEvent) => void) => () => void;
  /** Events after `seq`, oldest first; null when they are no longer kept and the page must reload. */
  readonly since: (seq: number) => readonly BackendEvent[] | null;
  readonly lastSeq: () => number;
};

/** Creates the hub of one backend. */
export function createEventHub(log: Log): EventHub {
  const listeners = new Set<(event: BackendEvent) => void>();
  const kept: BackendEvent[] = [];
  let lastSeq = 0;
  return {
    emit: (name, ids) => {
      lastSeq += 1;
      const event: BackendEvent = { seq: lastSeq, name, ids: ids.length > 100 ? [] : [...ids] };
      kept.push(event);
      if (kept.length > KEPT_EVENTS) kept.shift();
      for (const listener of listeners) {
        try {
          listener(event);
        } catch (error) {
          log.error('event-listener-failed', { event: name, reason: error instanceof Error ? error.name : 'unknown' });
        }
      }
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    since: (seq) => {
      if (seq > lastSeq) return null;
      const oldest = kept[0]?.seq ?? lastSeq + 1;
      return seq + 1 < oldest ? null : kept.filter((event) => event.seq > seq);
    },
    lastSeq: () => lastSeq,
  };
}
