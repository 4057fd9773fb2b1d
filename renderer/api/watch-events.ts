import { z } from 'zod';
import { type BackendEvent, BackendEventSchema } from '../../shared/contract/event.ts';
import type { Transport } from './transport.ts';

/** What a store listens to. */
export type EventListener = {
  readonly onEvent: (event: BackendEvent) => void;
  /** Something was missed: fetch everything again. */
  readonly onReset: () => void;
};

const StartSchema = z.strictObject({ seq: z.int().nonnegative() });

/**
 * Passes events on in order, each once. A gap in `seq`, an event that cannot be read and a reset of the transport all come
 * to `onReset`. A transport may first say `{ seq }`: the last number before its own first event.
 */
export function watchEvents(transport: Pick<Transport, 'subscribe'>, listener: EventListener): () => void {
  let lastSeq: number | null = null;
  const reset = (): void => {
    lastSeq = null;
    listener.onReset();
  };
  const take = (event: BackendEvent): void => {
    if (lastSeq !== null && event.seq <= lastSeq) return;
    const missed = lastSeq !== null && event.seq !== lastSeq + 1;
    lastSeq = event.seq;
    if (missed) listener.onReset();
    else listener.onEvent(event);
  };
  return transport.subscribe({
    onEvent: (raw) => {
      const start = StartSchema.safeParse(raw);
      if (start.success) {
        lastSeq = start.data.seq;
        return;
      }
      const event = BackendEventSchema.safeParse(raw);
      if (event.success) take(event.data);
      else reset();
    },
    onReset: reset,
  });
}
