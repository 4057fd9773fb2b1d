import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { normaliseWaybill, WAYBILL_PATTERN } from '../../../../shared/domain/waybill.ts';

/** A waybill typed or scanned by hand; kept in the one form waybills are stored in. */
export function WaybillField(props: {
  readonly label: string;
  readonly value: string;
  readonly error?: string | null;
  readonly onChange: (waybill: string) => void;
}) {
  const { t } = useTranslation('outbox');
  const bad = props.value !== '' && !WAYBILL_PATTERN.test(props.value);
  return (
    <TextInput
      label={props.label}
      value={props.value}
      maxLength={64}
      data-autofocus
      autoComplete="off"
      spellCheck={false}
      error={bad ? t('dialog.waybillBad') : props.error}
      onChange={(event) => props.onChange(normaliseWaybill(event.currentTarget.value))}
    />
  );
}
