import { useEffect, useState } from 'react';
import type { StoreApi } from 'zustand';
import type { EventName } from '../../shared/contract/event.ts';
import { useAppState } from './app-state.tsx';
import type { BackendLink } from './backend-link.ts';
import { onChange } from './change-feed.ts';

/**
 * A store that lives as long as a screen: made from the client, loaded at once, loaded again whenever one of `names`
 * changed, and forgotten with the screen. `names` must be the same array on every render.
 */
export function useLiveStore<State extends { readonly load: () => Promise<void> }>(
  create: (client: BackendLink['client']) => StoreApi<State>,
  names: readonly EventName[],
): StoreApi<State> {
  const { link } = useAppState();
  const [store] = useState(() => create(link.client));
  useEffect(() => {
    const load = (): Promise<void> => store.getState().load();
    void load();
    return onChange(link, names, load);
  }, [store, link, names]);
  return store;
}
