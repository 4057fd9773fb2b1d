import type { TFunction } from 'i18next';
import type { z } from 'zod';
import type { VerifyReportSchema } from '../../../shared/contract/system.ts';

export type VerifyReport = z.infer<typeof VerifyReportSchema>;
export type VerifyResult = { readonly name: string; readonly good: boolean; readonly words: string };

/** Each part of a full check in one plain sentence. */
export function verifyResults(report: VerifyReport, t: TFunction<'settings'>): readonly VerifyResult[] {
  const { integrity, audit, conservation, journal, payloads, photos } = report;
  const { missingOps: missing, entries } = journal;
  const result = (name: string, good: boolean, whenGood: string, whenBad: string): VerifyResult => ({
    name,
    good,
    words: good ? whenGood : whenBad,
  });
  return [
    result(t('verify.integrity'), integrity.ok, t('verify.integrityOk'), t('verify.integrityBad', integrity)),
    result(t('verify.audit'), audit.ok, t('verify.auditOk', audit), t('verify.auditBad', audit)),
    result(
      t('verify.conservation'),
      conservation.balanced,
      t('verify.conservationOk', conservation),
      t('verify.conservationBad', conservation),
    ),
    result(t('verify.journal'), missing === 0, t('verify.journalOk', { entries }), t('verify.journalBad', { missing })),
    result(
      t('verify.payloads'),
      payloads.damaged === 0,
      t('verify.payloadsOk', payloads),
      t('verify.payloadsBad', payloads),
    ),
    result(
      t('verify.photos'),
      photos.missing + photos.changed === 0,
      t('verify.photosOk', photos),
      t('verify.photosBad', photos),
    ),
  ];
}
