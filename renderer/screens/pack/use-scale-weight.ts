import { useEffect } from 'react';
import type { PackingView } from '../../../shared/contract/packing.ts';
import { emptyScale } from '../../scanning/connect-scale.ts';
import { useScanner, useScannerStore } from '../../scanning/scanner-context.tsx';
import type { NewInput } from '../../state/bench-input.ts';

/** Hands the weight that stands still on a connected scale to the package on the bench, and again when it changes. */
export function useScaleWeight(
  { order, packages, currentPackage }: PackingView,
  send: (input: NewInput) => void,
): void {
  const scanner = useScannerStore();
  const settled = useScanner(({ scale }) => scale?.watch.settled ?? null);
  const weighing = order?.weighing;
  const box = packages.find(({ no, state }) => no === currentPackage && state !== 'saved');
  const plausible = settled !== null && weighing && settled >= weighing.minGrams && settled <= weighing.maxGrams;
  const grams = box && box.items.length > 0 && plausible ? settled : null;
  const known = box?.weightGrams;
  useEffect(() => {
    if (grams !== null && grams !== known) send({ act: { action: 'weigh', grams } });
  }, [grams, known, box?.no, send]);
  const saved = packages.filter(({ state }) => state === 'saved').length;
  useEffect(() => emptyScale(scanner), [scanner, saved, order?.orderId]);
}
