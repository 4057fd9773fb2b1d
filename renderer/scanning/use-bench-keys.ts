import { useEffect, useRef } from 'react';
import type { BenchKeys } from './scanner-store.ts';
import { useScannerStore } from './scanner-context.tsx';

/** Tells the scanner layer that scans belong to the screen that calls it, and what its keys do now. */
export function useBenchKeys(keys: BenchKeys): void {
  const scanner = useScannerStore();
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
    if (scanner.getState().bench) scanner.setState({ bench: keys });
  });
  useEffect(() => {
    scanner.setState({ bench: latest.current });
    return () => scanner.setState({ bench: null });
  }, [scanner]);
}
