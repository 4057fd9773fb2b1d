import { z } from 'zod';
import { type BackendEvent, BackendEventSchema } from '../../shared/contract/event.ts';
import type { EventSink, Transport } from './transport.ts';

/** What reaches the page by itself: a change, or news about the line it comes over. */
export type Signal =
  | { readonly kind: 'event'; readonly event: BackendEvent }
  /** Events were missed: everything may have changed. */
  | { readonly kind: 'reset' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'back' };

export type Subscribe = (listener: (signal: Signal) => void) => () => void;

const StartSchema = z.strictObject({ seq: z.int().nonnegative() });

/** Shares one subscription of the transport among all listeners; it is open while there is at least one. */
export function shareSignals(transport: Pick<Transport, 'subscribe'>): Subscribe {
  const listeners = new Set<(signal: Signal) => void>();
  let close: (() => void) | null = null;
  const tell = (signal: Signal): void => {
    for (const listener of [...listeners]) listener(signal);
  };
  return (listener) => {
    listeners.add(listener);
    close ??= transport.subscribe(inOrder(tell));
    return () => {
      if (!listeners.delete(listener) || listeners.size > 0) return;
      close?.();
      close = null;
    };
  };
}

/** Passes changes on in order, each once. A gap in `seq` and an event that cannot be read both come to `reset`. */
function inOrder(tell: (signal: Signal) => void): EventSink {
  let lastSeq: number | null = null;
  const reset = (seq: number | null): void => {
    lastSeq = seq;
    tell({ kind: 'reset' });
  };
  const take = (event: BackendEvent): void => {
    if (lastSeq !== null && event.seq <= lastSeq) return;
    if (lastSeq !== null && event.seq > lastSeq + 1) return reset(event.seq);
    lastSeq = event.seq;
    tell({ kind: 'event', event });
  };
  const start = (seq: number): void => {
    if (lastSeq !== null && lastSeq !== seq) return reset(seq);
    lastSeq = seq;
  };
  return {
    onEvent: (raw) => {
      const event = BackendEventSchema.safeParse(raw);
      if (event.success) return take(event.data);
      const started = StartSchema.safeParse(raw);
      if (started.success) start(started.data.seq);
      else reset(null);
    },
    onReset: () => reset(null),
    onLost: () => tell({ kind: 'lost' }),
    onBack: () => tell({ kind: 'back' }),
  };
}
