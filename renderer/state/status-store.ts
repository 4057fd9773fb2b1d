import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SystemStatus } from '../../shared/contract/system.ts';
import type { BackendLink } from './backend-link.ts';
import { onChange } from './change-feed.ts';

export type StatusState = { readonly status: SystemStatus | null; readonly load: () => Promise<void> };
export type StatusStore = StoreApi<StatusState>;

/** The figures of the pills: network, queue, shops, today. */
export function createStatusStore(link: BackendLink): StatusStore {
  const store = createStore<StatusState>((set) => ({
    status: null,
    load: async () => {
      const answer = await link.client.system.status({});
      if (answer.ok) set({ status: answer.value });
    },
  }));
  onChange(
    link,
    [
      ...(['status.changed', 'outbox.changed', 'shops.changed', 'training.changed'] as const),
      ...(['orders.changed', 'packing.changed', 'shift.changed'] as const),
    ],
    () => store.getState().load(),
  );
  return store;
}
