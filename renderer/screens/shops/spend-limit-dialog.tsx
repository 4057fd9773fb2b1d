import { NumberInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { ShopView } from '../../../shared/contract/shops.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useClient } from '../../state/app-state.tsx';
import { FormDialog } from './form-dialog.tsx';
import styles from './form-dialog.module.css';

const POINTS_PER_YUAN = 100;
const MOST_YUAN = 1_000_000;

/** How much a shop's calls may cost in a day before sending waits for a person; empty for no limit. */
export function SpendLimitDialog(props: {
  readonly shop: ShopView;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('shops');
  const client = useClient();
  const { shop } = props;
  const before = shop.spending?.limitPoints ?? null;
  const [yuan, setYuan] = useState<number | string>(before === null ? '' : before / POINTS_PER_YUAN);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async (): Promise<void> => {
    const points = yuan === '' ? null : Math.round(Number(yuan) * POINTS_PER_YUAN);
    setBusy(true);
    const answer = await client.shops.setSpendLimit({ shop: shop.id, points });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.error);
    notifications.show({ message: t('spend.saved', { shop: shop.name }), color: 'dark' });
    props.onDone();
  };
  return (
    <FormDialog
      title={t('spend.title', { shop: shop.name })}
      save={t('form.save')}
      busy={busy}
      onSave={() => void save()}
      onClose={props.onClose}
    >
      <p className={styles.text}>{t('spend.body')}</p>
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
      {problem && <ProblemNotice problem={problem} />}
    </FormDialog>
  );
}
