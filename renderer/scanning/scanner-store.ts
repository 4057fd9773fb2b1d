import { createStore, type StoreApi } from 'zustand/vanilla';

/** What the last code told about the scanner: `idle` before any, `keyboard` when it was typed by hand. */
export type ScannerHealth = 'idle' | 'ok' | 'ime' | 'noEnter' | 'keyboard';

export type ScannerState = {
  readonly health: ScannerHealth;
  /** Keys taken with nothing focused and not ended by Enter yet. */
  readonly pending: string;
};
export type ScannerStore = StoreApi<ScannerState>;

export const createScannerStore = (): ScannerStore =>
  createStore<ScannerState>(() => ({ health: 'idle', pending: '' }));
