import { useEffect, useRef } from 'react';
import type { ScanReading } from '../../shared/contract/scans.ts';
import { useScannerStore } from './scanner-context.tsx';

/** Takes every scan for as long as the dialog that calls it is on screen. */
export function useScanTaker(take: (code: string, reading: ScanReading) => void): void {
  const scanner = useScannerStore();
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    scanner.setState({ taker: (code, reading) => latest.current(code, reading) });
    return () => scanner.setState({ taker: null });
  }, [scanner]);
}
