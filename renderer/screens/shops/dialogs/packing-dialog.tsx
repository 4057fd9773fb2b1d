import { NumberInput, SegmentedControl } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../../shared/contract/problem.ts';
import { PhotoModeSchema } from '../../../../shared/domain/photo.ts';
import { MAX_GRAMS, type ShopPacking, WeighModeSchema } from '../../../../shared/domain/weight.ts';
import { DialogText } from '../../../components/dialog.tsx';
import { ProblemNotice } from '../../../problems/problem-notice.tsx';
import { useClient } from '../../../state/app-state.tsx';
import { ShopDialog, type ShopDialogProps } from './shop-dialog.tsx';

/** What a shop wants of its packages besides goods and waybill. */
export function PackingDialog(props: ShopDialogProps) {
  const { t } = useTranslation('shops');
  const client = useClient();
  const { shop } = props;
  const [wanted, setWanted] = useState<ShopPacking | null>(null);
  const [unread, setUnread] = useState<Problem | null>(null);
  useEffect(() => {
    void client.shops.packing({ shop: shop.id }).then((answer) => {
      if (answer.ok) setWanted(answer.value);
      else setUnread(answer.error);
    });
  }, [client, shop.id]);
  const wrongWay = wanted !== null && wanted.minGrams >= wanted.maxGrams;
  return (
    <ShopDialog
      {...props}
      title={t('packing.title', { shop: shop.name })}
      saved={t('packing.saved', { shop: shop.name })}
      call={() => (wanted === null || wrongWay ? null : client.shops.setPacking({ shop: shop.id, wanted }))}
    >
      <DialogText>{t('packing.body')}</DialogText>
      {wanted && <WeighFields wanted={wanted} onChange={setWanted} />}
      {wanted && <PhotoFields wanted={wanted} onChange={setWanted} />}
      {wrongWay && <p role="alert">{t('packing.wrongWay')}</p>}
      {unread && <ProblemNotice problem={unread} />}
    </ShopDialog>
  );
}

type Fields = { readonly wanted: ShopPacking; readonly onChange: (wanted: ShopPacking) => void };

function WeighFields(props: Fields) {
  const { t } = useTranslation('shops');
  const { wanted, onChange } = props;
  const limit = (field: 'minGrams' | 'maxGrams') => (
    <NumberInput
      label={t(`packing.${field}`)}
      min={1}
      max={MAX_GRAMS}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      value={wanted[field]}
      onChange={(value) => typeof value === 'number' && onChange({ ...wanted, [field]: value })}
    />
  );
  return (
    <>
      <SegmentedControl
        fullWidth
        data-autofocus
        aria-label={t('packing.weigh')}
        value={wanted.weigh}
        data={WeighModeSchema.options.map((value) => ({ value, label: t(`packing.modes.${value}`) }))}
        onChange={(value) => onChange({ ...wanted, weigh: WeighModeSchema.catch('off').parse(value) })}
      />
      {wanted.weigh !== 'off' && limit('minGrams')}
      {wanted.weigh !== 'off' && limit('maxGrams')}
    </>
  );
}

function PhotoFields({ wanted, onChange }: Fields) {
  const { t } = useTranslation('shops');
  return (
    <>
      <DialogText>
        <strong>{t('packing.photo')}</strong> · {t('packing.photoBody')}
      </DialogText>
      <SegmentedControl
        fullWidth
        aria-label={t('packing.photo')}
        value={wanted.photo}
        data={PhotoModeSchema.options.map((value) => ({ value, label: t(`packing.photoModes.${value}`) }))}
        onChange={(value) => onChange({ ...wanted, photo: PhotoModeSchema.catch('off').parse(value) })}
      />
    </>
  );
}
