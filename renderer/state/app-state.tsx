import { createContext, type ReactNode, useContext } from 'react';
import { type StoreApi, useStore } from 'zustand';
import type { Problem } from '../../shared/contract/problem.ts';
import type { BackendLink } from './backend-link.ts';
import { type ConnectionState, type ConnectionStore, createConnectionStore } from './connection-store.ts';
import { createPackingStore, type PackingState, type PackingStore } from './packing-store.ts';
import type { ScanShelf } from './scan-shelf.ts';
import { createSessionStore, type SessionState, type SessionStore } from './session-store.ts';
import { createSettingsStore, type SettingsState, type SettingsStore } from './settings-store.ts';
import { createStatusStore, type StatusState, type StatusStore } from './status-store.ts';

/** Everything that lives as long as the page. A screen with a store of its own makes it from `link`. */
export type AppState = {
  readonly link: BackendLink;
  readonly connection: ConnectionStore;
  readonly status: StatusStore;
  readonly settings: SettingsStore;
  readonly packing: PackingStore;
  readonly session: SessionStore;
};

export function createAppState(link: BackendLink, shelf?: ScanShelf): AppState {
  const session = createSessionStore(link);
  const onSignInNeeded = (problem: Problem): void => session.getState().tell(problem);
  return {
    link,
    connection: createConnectionStore(link),
    status: createStatusStore(link),
    settings: createSettingsStore(link),
    packing: createPackingStore(link, shelf ? { shelf, onSignInNeeded } : { onSignInNeeded }),
    session,
  };
}

const AppStateContext = createContext<AppState | null>(null);

export const AppStateProvider = ({ state, children }: { readonly state: AppState; readonly children: ReactNode }) => (
  <AppStateContext value={state}>{children}</AppStateContext>
);

/** The stores and the backend link, from anywhere in the page. */
export function useAppState(): AppState {
  const state = useContext(AppStateContext);
  if (!state) throw new Error('useAppState outside AppStateProvider');
  return state;
}

const useSlice = <State, Slice>(store: StoreApi<State>, pick: (state: State) => Slice): Slice => useStore(store, pick);

export const useClient = (): BackendLink['client'] => useAppState().link.client;
export const useConnection = <Slice,>(pick: (state: ConnectionState) => Slice): Slice =>
  useSlice(useAppState().connection, pick);
export const useStatus = <Slice,>(pick: (state: StatusState) => Slice): Slice => useSlice(useAppState().status, pick);
export const useSettings = <Slice,>(pick: (state: SettingsState) => Slice): Slice =>
  useSlice(useAppState().settings, pick);
export const usePacking = <Slice,>(pick: (state: PackingState) => Slice): Slice =>
  useSlice(useAppState().packing, pick);
export const useSession = <Slice,>(pick: (state: SessionState) => Slice): Slice =>
  useSlice(useAppState().session, pick);
