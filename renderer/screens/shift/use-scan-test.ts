import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { badgeNumber } from '../../../shared/domain/badge.ts';
import type { ScanReading } from '../../../shared/contract/scans.ts';
import type { CheckResult } from '../../../shared/domain/shift-checks.ts';
import { useScanTaker } from '../../scanning/use-scan-taker.ts';
import { useAppState } from '../../state/app-state.tsx';

type Tested = { readonly result: CheckResult; readonly why: 'ask' | 'good' | 'ime' | 'typed'; readonly code: string };

/** One real scan while the checklist is on screen. A badge still signs its owner in. */
export function useScanTest(): { readonly result: CheckResult; readonly text: string } {
  const { t } = useTranslation('shift');
  const { packing } = useAppState();
  const [tested, setTested] = useState<Tested>({ result: 'skipped', why: 'ask', code: '' });
  useScanTaker((scan, reading) => {
    if (badgeNumber(scan) !== null) return packing.getState().send({ scan, reading });
    setTested(judge(scan, reading));
  });
  return { result: tested.result, text: t(`start.scan.${tested.why}`, { code: tested.code }) };
}

function judge(scan: string, { source, ime }: ScanReading): Tested {
  const code = scan.slice(0, 40);
  if (source === 'typed' || source === 'screen') return { result: 'skipped', why: 'typed', code };
  return ime === 'none' ? { result: 'good', why: 'good', code } : { result: 'bad', why: 'ime', code };
}
