import { useEffect } from 'react';
import type { PackingView } from '../../../shared/contract/packing.ts';
import { emptyScale } from '../../scanning/connect-scale.ts';
import { useScanner, useScannerStore } from '../../scanning/scanner-context.tsx';
import { useAppState } from '../../state/app-state.tsx';
import type { NewInput } from '../../state/bench-input.ts';

/**
 * Hands the weight that stands still on a connected scale to the package that waits for its waybill, and again when it
 * changes. Before that goods are still being put in, and while the line is stopped nothing is.
 */
export function useScaleWeight(view: PackingView, send: (input: NewInput) => void): void {
  const scanner = useScannerStore();
  const { packing } = useAppState();
  const settled = useScanner(({ scale }) => scale?.watch.settled ?? null);
  const weighing = view.order?.weighing;
  const waits = view.step === 'waybill' && view.blocked === null && view.question === null;
  const plausible = settled !== null && weighing && settled >= weighing.minGrams && settled <= weighing.maxGrams;
  const grams = waits && plausible ? settled : null;
  const box = view.packages.find(({ no }) => no === view.currentPackage);
  const known = box?.weightGrams;
  useEffect(() => {
    if (grams !== null && grams !== known) send({ act: { action: 'weigh', grams } });
  }, [grams, known, box?.no, send]);
  useEffect(
    () =>
      packing.subscribe(({ news }, before) => {
        const saved = news?.verdict === 'package-saved' || news?.verdict === 'order-saved';
        if (saved && news.no !== before.news?.no) emptyScale(scanner);
      }),
    [packing, scanner],
  );
}
