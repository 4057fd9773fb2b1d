import { Alert, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Carrier } from '../../../../shared/domain/carrier.ts';
import { looksLike } from '../../../../shared/domain/carriers/looks-like.ts';
import { WAYBILL_PATTERN } from '../../../../shared/domain/waybill.ts';
import { WarningIcon } from '../../../components/icons/warning-icon.tsx';

/** A number that does not look like its carrier's, and whether a person has said that it is right all the same. */
export type Doubt = {
  /** The carrier it does not look like; null where there is nothing to ask. */
  readonly carrier: Carrier | null;
  readonly agreed: boolean;
  readonly agree: (agreed: boolean) => void;
};

/** Asks once for each number and carrier: another number or carrier is another question. */
export function useDoubt(waybill: string, carrier: Carrier | undefined): Doubt {
  const question = `${carrier?.code ?? ''} ${waybill}`;
  const [agreedTo, setAgreedTo] = useState('');
  const doubtful = carrier !== undefined && WAYBILL_PATTERN.test(waybill) && !looksLike(carrier, waybill);
  return {
    carrier: doubtful ? carrier : null,
    agreed: agreedTo === question,
    agree: (agreed) => setAgreedTo(agreed ? question : ''),
  };
}

/** True where nothing is left to ask. */
export const isCleared = ({ carrier, agreed }: Doubt): boolean => carrier === null || agreed;

/** The question on screen. */
export function WaybillDoubt({ doubt }: { readonly doubt: Doubt }) {
  const { t } = useTranslation('outbox');
  if (doubt.carrier === null) return null;
  return (
    <Alert
      color="yellow"
      icon={<WarningIcon />}
      title={t('dialog.doubt', { carrier: doubt.carrier.name })}
      styles={{ title: { color: 'var(--ink)' }, icon: { color: 'var(--ink)' } }}
    >
      <Checkbox
        label={t('dialog.doubtAnyway')}
        checked={doubt.agreed}
        onChange={(event) => doubt.agree(event.currentTarget.checked)}
      />
    </Alert>
  );
}
