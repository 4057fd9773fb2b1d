import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ScannerProfile, ScanReading } from '../../shared/contract/scans.ts';
import type { DeviceLink } from './devices/device-link.ts';
import type { ScaleWatch } from './devices/scale-watch.ts';
import type { KeyPress } from './key-char.ts';
import type { WedgeScan } from './wedge.ts';

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

/** Who reads scans instead of the bench for now: set-up and diagnostics. Nothing scanned then reaches an order. */
export type ScanReader = {
  readonly onScan: (scan: WedgeScan) => void;
  readonly onUnended: (text: string) => void;
  readonly onKey: (press: KeyPress) => void;
  /** An input method showed itself. */
  readonly onCompose: (data: string) => void;
};

/** A scanner that is no keyboard: on a serial port, or as HID-POS. */
export type ScannerDevice = { readonly kind: 'serial' | 'hid'; readonly name: string };

/** A scale on a serial port; `unread`: it sends what nobody can read, another format or another speed. */
export type Scale = {
  readonly link: DeviceLink;
  readonly name: string | null;
  readonly watch: ScaleWatch;
  readonly unread: boolean;
};

export type ScannerState = {
  readonly profile: ScannerProfile | null;
  readonly reader: ScanReader | null;
  readonly device: ScannerDevice | null;
  /** Connects such a scanner; null before scanning has begun. */
  readonly link: DeviceLink | null;
  /** Null before scanning has begun. */
  readonly scale: Scale | null;
  readonly health: ScannerHealth;
  /** Keys taken with nothing focused and not ended by Enter yet. */
  readonly pending: string;
  /** The bench on screen, or null on other pages. */
  readonly bench: BenchKeys | null;
  /** A dialog over the whole page reads the keys itself; the bench hears none until it is gone. */
  readonly aside: boolean;
  /** A dialog that asks for one code; while it is open a scan is its answer and never reaches the bench. */
  readonly taker: ((code: string, reading: ScanReading) => void) | null;
  /** A PIN is being asked for: digits typed as fast as a scanner's may be one, and are shown and kept nowhere. */
  readonly pinAsked: boolean;
};
export type ScannerStore = StoreApi<ScannerState>;

export const createScannerStore = (): ScannerStore =>
  createStore<ScannerState>(() => ({
    health: 'idle',
    pending: '',
    bench: null,
    aside: false,
    taker: null,
    pinAsked: false,
    profile: null,
    reader: null,
    device: null,
    link: null,
    scale: null,
  }));
