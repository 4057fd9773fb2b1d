import { NumberInput, SegmentedControl } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { ShopView } from '../../../shared/contract/shops.ts';
import { MAX_GRAMS, type ShopPacking, WeighModeSchema } from '../../../shared/domain/weight.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useClient } from '../../state/app-state.tsx';
import { FormDialog } from './form-dialog.tsx';
import styles from './form-dialog.module.css';

/** What a shop wants of its packages besides goods and waybill. */
export function PackingDialog(props: {
  readonly shop: ShopView;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('shops');
  const client = useClient();
  const { shop } = props;
  const [wanted, setWanted] = useState<ShopPacking | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    void client.shops.packing({ shop: shop.id }).then((answer) => {
      if (answer.ok) setWanted(answer.value);
      else setProblem(answer.error);
    });
  }, [client, shop.id]);
  const wrongWay = wanted !== null && wanted.minGrams >= wanted.maxGrams;
  const save = async (): Promise<void> => {
    if (wanted === null || wrongWay) return;
    setBusy(true);
    const answer = await client.shops.setPacking({ shop: shop.id, wanted });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.error);
    notifications.show({ message: t('packing.saved', { shop: shop.name }), color: 'dark' });
    props.onDone();
  };
  return (
    <FormDialog
      title={t('packing.title', { shop: shop.name })}
      save={t('form.save')}
      busy={busy}
      onSave={() => void save()}
      onClose={props.onClose}
    >
      <p className={styles.text}>{t('packing.body')}</p>
      {wanted && <WeighFields wanted={wanted} onChange={setWanted} />}
      {wrongWay && <p role="alert">{t('packing.wrongWay')}</p>}
      {problem && <ProblemNotice problem={problem} />}
    </FormDialog>
  );
}

function WeighFields(props: { readonly wanted: ShopPacking; readonly onChange: (wanted: ShopPacking) => void }) {
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
