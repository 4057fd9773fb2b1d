import { createStore, type StoreApi } from 'zustand/vanilla';

/** What the last code told about the scanner: `idle` before any, `keyboard` when it was typed by hand. */
export type ScannerHealth = 'idle' | 'ok' | 'ime' | 'noEnter' | 'keyboard';

/** What the open bench wants to hear besides codes. */
export type BenchKeys = {
  /** Single keys it has a use for now. */
  readonly claimed: ReadonlySet<string>;
  readonly onLone: (key: string) => void;
  /** `F1`…`F10` and `Escape`. */
  readonly onCommand: (code: string) => void;
  /** Keys nobody ended, shown again so that nothing typed disappears; `burst` when a scanner sent them. */
  readonly onLeftover: (text: string, burst: boolean) => void;
};

export type ScannerState = {
  readonly health: ScannerHealth;
  /** Keys taken with nothing focused and not ended by Enter yet. */
  readonly pending: string;
  /** The bench on screen, or null on other pages. */
  readonly bench: BenchKeys | null;
  /** A dialog that asks for one code; while it is open a scan is its answer and never reaches the bench. */
  readonly taker: ((code: string) => void) | null;
};
export type ScannerStore = StoreApi<ScannerState>;

export const createScannerStore = (): ScannerStore =>
  createStore<ScannerState>(() => ({ health: 'idle', pending: '', bench: null, taker: null }));
