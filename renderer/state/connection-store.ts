import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BackendLink } from './backend-link.ts';

export type ConnectionState = { readonly reachable: boolean };
export type ConnectionStore = StoreApi<ConnectionState>;

/** Whether the backend answers at all; the network to the platforms is another matter (see the status store). */
export function createConnectionStore(link: Pick<BackendLink, 'subscribe'>): ConnectionStore {
  const store = createStore<ConnectionState>(() => ({ reachable: true }));
  link.subscribe((signal) => store.setState({ reachable: signal.kind !== 'lost' }));
  return store;
}
