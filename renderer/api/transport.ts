import type { CallMessage } from '../../shared/contract/define.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import type { Result } from '../../shared/kernel/result.ts';

/** What a transport tells its one subscriber. Nothing in it is trusted before it has been parsed. */
export type EventSink = {
  /** A change, or `{ seq }`: the number of the last change before the next one. */
  readonly onEvent: (event: unknown) => void;
  /** Events were missed and cannot be had again. */
  readonly onReset: () => void;
  /** The line is down; the transport goes on trying. */
  readonly onLost: () => void;
  readonly onBack: () => void;
};

/** How the page reaches the backend; one per kind of host. */
export type Transport = {
  /** Rejects only when the backend cannot be reached; the answer is an envelope, not yet checked. */
  readonly call: (message: CallMessage) => Promise<unknown>;
  /** Returns how to stop listening. */
  readonly subscribe: (sink: EventSink) => () => void;
  /** Hands a file over; the value is its id. */
  readonly upload: (file: File) => Promise<Result<string, Problem>>;
};
