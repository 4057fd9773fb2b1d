import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { ScannerState, ScannerStore } from './scanner-store.ts';

const ScannerContext = createContext<ScannerStore | null>(null);

export const ScannerProvider = (props: { readonly store: ScannerStore; readonly children: ReactNode }) => (
  <ScannerContext value={props.store}>{props.children}</ScannerContext>
);

export function useScannerStore(): ScannerStore {
  const store = useContext(ScannerContext);
  if (!store) throw new Error('useScannerStore outside ScannerProvider');
  return store;
}

export const useScanner = <Slice,>(pick: (state: ScannerState) => Slice): Slice => useStore(useScannerStore(), pick);
