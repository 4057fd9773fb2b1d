import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useScannerStore } from '../scanning/scanner-context.tsx';
import { startScanning } from '../scanning/start-scanning.ts';
import { useAppState } from '../state/app-state.tsx';
import { PACK_PATH } from './routes.tsx';

/** Sends every scanned code to the bench, and brings the bench up when another page was on screen. */
export function useScanning(): void {
  const scanner = useScannerStore();
  const { packing } = useAppState();
  const [, navigate] = useLocation();
  useEffect(
    () =>
      startScanning({
        window,
        store: scanner,
        onScan: (text) => {
          const { bench, taker } = scanner.getState();
          if (taker) return taker(text);
          if (!bench) navigate(PACK_PATH);
          packing.getState().send({ scan: text });
        },
      }),
    [scanner, packing, navigate],
  );
}
