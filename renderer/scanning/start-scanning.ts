import { attachWedge } from './attach-wedge.ts';
import type { ScannerStore } from './scanner-store.ts';
import type { WedgeOutput } from './wedge.ts';

export type ScanningOptions = {
  readonly window: Window;
  readonly store: ScannerStore;
  /** Every code, in the order they were scanned, on whatever page. */
  readonly onScan: (text: string) => void;
};

/** Connects the keyboard of the window to the bench; returns how to stop. */
export function startScanning({ window, store, onScan }: ScanningOptions): () => void {
  const take = (output: WedgeOutput): void => {
    const { bench } = store.getState();
    switch (output.kind) {
      case 'scan':
        if (!bench && output.by === 'keyboard') return;
        store.setState({ health: output.by === 'keyboard' ? 'keyboard' : output.rebuilt ? 'ime' : 'ok' });
        onScan(output.text);
        return;
      case 'leftover':
        if (output.burst) store.setState({ health: 'noEnter' });
        bench?.onLeftover(output.text, output.burst);
        return;
      case 'lone':
        bench?.onLone(output.key);
        return;
      case 'command':
        bench?.onCommand(output.code);
    }
  };
  return attachWedge({
    window,
    onBench: () => store.getState().bench !== null,
    claimed: () => store.getState().bench?.claimed ?? new Set(),
    onOutput: take,
    onPending: (pending) => {
      if (store.getState().pending !== pending) store.setState({ pending });
    },
  });
}
