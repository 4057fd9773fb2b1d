import { Select } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { guessCarriers } from '../../../../shared/domain/carriers/guess-carriers.ts';
import { WAYBILL_PATTERN } from '../../../../shared/domain/waybill.ts';
import { ProblemNotice } from '../../../problems/problem-notice.tsx';
import type { Carriers } from '../../../state/use-carriers.ts';

/** A carrier from the shop's own list. */
export function CarrierField(props: {
  readonly list: Carriers;
  readonly value: string;
  /** A waybill just scanned: where its shape belongs to one carrier of the list, that one is chosen. */
  readonly guessFor?: string;
  readonly onChange: (code: string) => void;
}) {
  const { t } = useTranslation('outbox');
  const { carriers, problem } = props.list;
  const { guessFor = '', onChange } = props;
  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  });
  useEffect(() => {
    const [guess, another] = WAYBILL_PATTERN.test(guessFor) ? guessCarriers(guessFor, carriers ?? []) : [];
    if (guess && !another) change.current(guess.code);
  }, [guessFor, carriers]);
  const known = carriers?.some((carrier) => carrier.code === props.value) ?? true;
  return (
    <>
      <Select
        label={t('dialog.carrier')}
        placeholder={carriers === null ? t('dialog.carrierLoading') : undefined}
        searchable
        allowDeselect={false}
        disabled={carriers === null}
        data={(carriers ?? []).map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
        value={known ? props.value : null}
        error={known ? null : t('dialog.carrierMissing')}
        onChange={(code) => code !== null && onChange(code)}
      />
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}
