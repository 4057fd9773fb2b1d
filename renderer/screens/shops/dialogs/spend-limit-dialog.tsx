import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogText } from '../../../components/dialog.tsx';
import { useClient } from '../../../state/app-state.tsx';
import { ShopDialog, type ShopDialogProps } from './shop-dialog.tsx';

const POINTS_PER_YUAN = 100;
const MOST_YUAN = 1_000_000;

/** How much a shop's calls may cost in a day before sending waits for a person; empty for no limit. */
export function SpendLimitDialog(props: ShopDialogProps) {
  const { t } = useTranslation('shops');
  const client = useClient();
  const { shop } = props;
  const before = shop.spending?.limitPoints ?? null;
  const [yuan, setYuan] = useState<number | string>(before === null ? '' : before / POINTS_PER_YUAN);
  const points = yuan === '' ? null : Math.round(Number(yuan) * POINTS_PER_YUAN);
  return (
    <ShopDialog
      {...props}
      title={t('spend.title', { shop: shop.name })}
      saved={t('spend.saved', { shop: shop.name })}
      call={() => client.shops.setSpendLimit({ shop: shop.id, points })}
    >
      <DialogText>{t('spend.body')}</DialogText>
      <NumberInput
        label={t('spend.limit')}
        description={t('spend.limitHint')}
        data-autofocus
        min={1 / POINTS_PER_YUAN}
        max={MOST_YUAN}
        decimalScale={2}
        allowNegative={false}
        hideControls
        value={yuan}
        onChange={setYuan}
      />
    </ShopDialog>
  );
}
