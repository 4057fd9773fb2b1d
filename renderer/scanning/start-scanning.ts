import { attachWedge } from './attach-wedge.ts';
import { WIRED_MS } from './burst.ts';
import type { ScanReading } from '../../shared/contract/scans.ts';
import type { DeviceScan } from './devices/open-scanner.ts';
import { createPullCounter } from './pull-counter.ts';
import type { BenchKeys, ScannerHealth, ScannerStore } from './scanner-store.ts';
import { createSink } from './sink-field.ts';
import type { WedgeOutput, WedgeScan } from './wedge.ts';

export type ScanningOptions = {
  readonly window: Window;
  readonly store: ScannerStore;
  /** What the hidden field is called for those who cannot see that there is none. */
  readonly sinkLabel: () => string;
  /** Every code, in the order they were scanned, on whatever page. */
  readonly onScan: (text: string, reading: ScanReading) => void;
  /** A burst that nothing ended. */
  readonly onUnended: (text: string, reading: ScanReading) => void;
};

export type Scanning = { readonly stop: () => void; readonly takeDeviceScan: (scan: DeviceScan) => void };

/** Connects the scanners of this window to the bench: the keyboard here, others through `takeDeviceScan`. */
export function startScanning({ window, store, sinkLabel, onScan, onUnended }: ScanningOptions): Scanning {
  const bench = (): BenchKeys | null => (store.getState().aside ? null : store.getState().bench);
  const sink = createSink({ window, wanted: () => bench() !== null, label: sinkLabel });
  const readingOf = createReadings(window.performance.timeOrigin);
  const takeScan = (scan: WedgeScan): void => {
    const { reader } = store.getState();
    sink.wipe();
    if (scan.by === 'scanner') store.setState({ health: healthOf(scan) });
    if (reader) return reader.onScan(scan);
    if (!bench() && scan.by === 'keyboard') return;
    if (scan.by === 'keyboard') store.setState({ health: 'keyboard' });
    const source = scan.by === 'scanner' ? 'wedge' : 'typed';
    onScan(scan.text, readingOf(scan, { source, symbology: null, timing: scan.timing }));
  };
  const takeLeftover = ({ text, burst }: Extract<WedgeOutput, { kind: 'leftover' }>): void => {
    const { reader } = store.getState();
    if (burst) {
      sink.wipe();
      store.setState({ health: 'noEnter' });
      if (reader) return reader.onUnended(text);
      onUnended(text, readingOf(burst, { source: 'wedge', symbology: null, timing: burst.timing }));
    }
    bench()?.onLeftover(text, burst !== null);
  };
  const take = (output: WedgeOutput): void => {
    if (output.kind === 'scan') takeScan(output);
    else if (output.kind === 'leftover') takeLeftover(output);
    else if (output.kind === 'lone') bench()?.onLone(output.key);
    else bench()?.onCommand(output.code);
  };
  const detach = attachWedge({
    window,
    onBench: () => bench() !== null,
    claimed: () => bench()?.claimed ?? new Set(),
    thresholdMs: () => store.getState().profile?.thresholdMs ?? WIRED_MS,
    onOutput: take,
    onKey: (press) => store.getState().reader?.onKey(press),
    onCompose: (data) => store.getState().reader?.onCompose(data),
    onPending: (pending) => {
      if (store.getState().pending !== pending) store.setState({ pending });
    },
  });
  return {
    stop: () => {
      detach();
      sink.remove();
    },
    takeDeviceScan: ({ text, source, symbology }) => {
      const nowMs = window.performance.now();
      const { reader } = store.getState();
      const scan = { startedAtMs: nowMs, endedAtMs: nowMs, ime: 'none', whole: true } as const;
      store.setState({ health: 'ok' });
      const timing = { keys: text.length, medianMs: 0, p95Ms: 0, suffix: 'enter' } as const;
      if (reader) return reader.onScan({ ...scan, kind: 'scan', text, by: 'scanner', style: 'row', timing });
      onScan(text, readingOf(scan, { source, symbology, timing: null }));
    },
  };
}

type Read = Pick<WedgeScan, 'startedAtMs' | 'endedAtMs' | 'ime' | 'whole'>;

/** Gives each code its trigger pull and its epoch time. */
function createReadings(timeOriginMs: number) {
  const pullOf = createPullCounter();
  return (scan: Read, more: Pick<ScanReading, 'source' | 'symbology' | 'timing'>): ScanReading => ({
    ...more,
    pull: pullOf(scan.startedAtMs, scan.endedAtMs),
    atMs: Math.max(0, timeOriginMs + scan.endedAtMs),
    ime: scan.ime,
    whole: scan.whole,
  });
}

const healthOf = ({ ime }: WedgeScan): ScannerHealth => (ime === 'none' ? 'ok' : 'ime');
