import type { Desk } from '../api/connect.ts';
import type { Signal } from '../api/signals.ts';

/** Everything the page's state has of the world outside: calls, uploads, and signals until the returned function is called. */
export type BackendLink = Desk;
/** What reaches the page by itself: a change, or news about the line it comes over. */
export type BackendSignal = Signal;
