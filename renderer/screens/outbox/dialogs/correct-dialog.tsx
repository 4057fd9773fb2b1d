import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { capabilitiesOf } from '../../../../shared/domain/platforms/platform-list.ts';
import { normaliseWaybill, WAYBILL_PATTERN } from '../../../../shared/domain/waybill.ts';
import { useScanTaker } from '../../../scanning/use-scan-taker.ts';
import { useCarriers } from '../../../state/use-carriers.ts';
import type { ActionDialogProps } from './action-dialog-props.ts';
import { CarrierField } from './carrier-field.tsx';
import { DialogFrame } from './dialog-frame.tsx';
import { PackageGoods } from '../package-goods.tsx';
import { isCleared, useDoubt, WaybillDoubt } from './waybill-doubt.tsx';
import { WaybillField } from './waybill-field.tsx';

/** Asks the platform to replace a waybill; scan the new one, or type it. The goods stay what they are. */
export function CorrectDialog(props: ActionDialogProps) {
  const { t } = useTranslation('outbox');
  const { row } = props.story;
  const [carrier, setCarrier] = useState(row.carrierCode);
  const [waybill, setWaybill] = useState('');
  useScanTaker((code) => setWaybill(normaliseWaybill(code)));
  const list = useCarriers(row.shopId);
  const doubt = useDoubt(
    waybill,
    list.carriers?.find(({ code }) => code === carrier),
  );
  const same = waybill === row.waybill && carrier === row.carrierCode;
  return (
    <DialogFrame
      title={t('dialog.correctTitle')}
      body={t('dialog.correctBody')}
      confirm={t('dialog.correctConfirm')}
      ready={WAYBILL_PATTERN.test(waybill) && !same && isCleared(doubt)}
      busy={props.busy}
      problem={props.problem}
      onConfirm={() => props.onDecide({ action: 'correct-waybill', carrierCode: carrier, waybill })}
      onClose={props.onClose}
    >
      <Budget {...props} />
      {row.kind === 'correct' && row.state !== 'shipped' && <Text fw={700}>{t('correct.waits')}</Text>}
      <Text>
        {t('story.oldWaybill')}: {row.carrierName} <strong>{row.waybill}</strong>
      </Text>
      <Text>{t('correct.sameGoods')}</Text>
      <PackageGoods story={props.story} />
      <WaybillField
        label={t('story.newWaybill')}
        value={waybill}
        error={same ? t('dialog.correctSame') : null}
        onChange={setWaybill}
      />
      {capabilitiesOf(row.platform).correctionsEwaybillOnly && <Text>{t('correct.ewaybillOnly')}</Text>}
      <CarrierField list={list} value={carrier} guessFor={waybill} onChange={setCarrier} />
      <WaybillDoubt doubt={doubt} />
    </DialogFrame>
  );
}

/** How many changes are used, as far as this desk knows, and that this one uses another. */
function Budget({ story }: ActionDialogProps) {
  const { t } = useTranslation('outbox');
  const { corrections, row } = story;
  if (corrections === null) return null;
  const { used, limit } = corrections;
  const assumed = capabilitiesOf(row.platform).correctionsAssumed === true;
  return (
    <div data-testid="budget">
      <Text fw={700}>{t(assumed ? 'correct.usedAssumed' : 'correct.usedKnown', { used, limit })}</Text>
      <Text>{t(used + 1 === limit ? 'correct.last' : 'correct.uses', { no: used + 1 })}</Text>
    </div>
  );
}
