import type { AppContract } from '../../shared/contract/index.ts';
import type { Client } from '../../shared/contract/define.ts';
import type { BackendEvent } from '../../shared/contract/event.ts';

/** What reaches the page by itself: a change, or news about the line it comes over. */
export type BackendSignal =
  | { readonly kind: 'event'; readonly event: BackendEvent }
  /** Events were missed: everything may have changed. */
  | { readonly kind: 'reset' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'back' };

/** Everything the page's state has of the world outside: calls, and signals until the returned function is called. */
export type BackendLink = {
  readonly client: Client<AppContract>;
  readonly subscribe: (listener: (signal: BackendSignal) => void) => () => void;
};
