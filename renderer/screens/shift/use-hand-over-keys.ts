import { useEffect } from 'react';
import type { StoreApi } from 'zustand';
import type { EventName } from '../../../shared/contract/event.ts';
import { readControlCode } from '../../../shared/domain/commands/command-code.ts';
import { useBenchKeys } from '../../scanning/use-bench-keys.ts';
import { useScanTaker } from '../../scanning/use-scan-taker.ts';
import { useAppState } from '../../state/app-state.tsx';
import { onChange } from '../../state/change-feed.ts';
import type { HandOverState } from '../../state/hand-over-store.ts';

const CHANGES: readonly EventName[] = ['shift.changed', 'outbox.changed'];
const NO_KEYS: ReadonlySet<string> = new Set();

/**
 * Every scan belongs to the pile, whatever has the focus; commands work by key and by their printed barcodes. A badge
 * still signs its owner in. Escape leaves, but not while something stops the pile.
 */
export function useHandOverKeys(store: StoreApi<HandOverState>, leave: () => void): void {
  const { packing, link } = useAppState();
  const command = (id: string): void => {
    const { stopped, acknowledge, undo } = store.getState();
    if (id === 'acknowledge') acknowledge();
    else if (stopped !== null) return;
    else if (id === 'undo') void undo();
    else if (id === 'cancel') leave();
  };
  useBenchKeys({
    claimed: NO_KEYS,
    onLone: () => undefined,
    onLeftover: () => undefined,
    onCommand: (code) => command(KEYS[code] ?? ''),
  });
  useScanTaker((scan, reading) => {
    const control = readControlCode(scan);
    if (control?.kind === 'badge') return packing.getState().send({ scan, reading });
    if (control?.kind === 'command') return command(control.id);
    store.getState().scan(scan, reading);
  });
  useEffect(() => {
    const load = (): Promise<void> => store.getState().load();
    void load();
    return onChange(link, CHANGES, load);
  }, [store, link]);
}

const KEYS: Readonly<Record<string, string>> = { F8: 'acknowledge', F10: 'undo', Escape: 'cancel' };
