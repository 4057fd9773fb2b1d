import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unlistedNameMax } from '../../../../shared/domain/carriers/unlisted-carrier.ts';
import { capabilitiesOf } from '../../../../shared/domain/platforms/platform-list.ts';
import { WAYBILL_PATTERN } from '../../../../shared/domain/waybill.ts';
import { useCarriers } from '../../../state/use-carriers.ts';
import type { ActionDialogProps } from './action-dialog-props.ts';
import { CarrierField } from './carrier-field.tsx';
import { DialogFrame } from './dialog-frame.tsx';
import { serialNumbersOf } from './serial-numbers.ts';
import { SerialsField } from './serials-field.tsx';
import { isCleared, useDoubt, WaybillDoubt } from './waybill-doubt.tsx';
import { WaybillField } from './waybill-field.tsx';

/** Corrects a refused package and queues it again as a new entry (RELIABILITY T16). Only what was changed is sent. */
export function EditDialog(props: ActionDialogProps) {
  const { t } = useTranslation('outbox');
  const { row, payload } = props.story;
  const before = serialNumbersOf(payload);
  const [carrier, setCarrier] = useState(row.carrierCode);
  const [carrierName, setCarrierName] = useState('');
  const name = carrierName.trim();
  const nameMax = unlistedNameMax(capabilitiesOf(row.platform));
  const [waybill, setWaybill] = useState(row.waybill);
  const [serialText, setSerialText] = useState(before.join('\n'));
  const serials = serialText.split(/\s+/).filter((text) => text !== '');
  const courier = row.waybill !== '';
  const list = useCarriers(row.shopId);
  const chosen = name === '' ? list.carriers?.find(({ code }) => code === carrier) : { code: '', name };
  const moved = waybill !== row.waybill || carrier !== row.carrierCode || name !== '';
  const doubt = useDoubt(waybill, courier && moved ? chosen : undefined);
  const changes = {
    ...(name !== '' ? { carrierName: name } : carrier === row.carrierCode ? {} : { carrierCode: carrier }),
    ...(waybill === row.waybill ? {} : { waybill }),
    ...(serials.join('\n') === before.join('\n') ? {} : { serialNumbers: serials }),
  };
  const changed = Object.keys(changes).length > 0;
  const complete = (!courier || WAYBILL_PATTERN.test(waybill)) && serials.length === before.length;
  return (
    <DialogFrame
      title={t('dialog.editTitle')}
      body={t('dialog.editBody')}
      confirm={t('dialog.editConfirm')}
      ready={changed && complete && isCleared(doubt)}
      busy={props.busy}
      problem={props.problem}
      onConfirm={() => props.onDecide({ action: 'edit', ...changes })}
      onClose={props.onClose}
    >
      {courier && <WaybillField label={t('dialog.waybill')} value={waybill} onChange={setWaybill} />}
      {courier && <CarrierField list={list} value={carrier} onChange={setCarrier} />}
      {courier && nameMax !== null && (
        <TextInput
          label={t('dialog.carrierName', { most: nameMax })}
          maxLength={nameMax}
          autoComplete="off"
          value={carrierName}
          onChange={(event) => setCarrierName(event.currentTarget.value)}
        />
      )}
      <WaybillDoubt doubt={doubt} />
      {before.length > 0 && (
        <SerialsField text={serialText} have={serials.length} wanted={before.length} onChange={setSerialText} />
      )}
      {!changed && (
        <Text size="sm" c="dimmed">
          {t('dialog.nothingChanged')}
        </Text>
      )}
    </DialogFrame>
  );
}
