import { Button, Modal, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { ShopView } from '../../../shared/contract/shops.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useClient } from '../../state/app-state.tsx';
import styles from './form-dialog.module.css';

type RemoveProps = { readonly shop: ShopView; readonly onDone: () => void; readonly onClose: () => void };

/** Removing a shop: impossible while packages are open, and never by a slip of the hand. */
export function RemoveDialog(props: RemoveProps) {
  const { t } = useTranslation('shops');
  const { shop } = props;
  const [problem, setProblem] = useState<Problem | null>(null);
  const open = problem?.code === 'shop-has-open-work' ? problem.count : shop.openOps;
  return (
    <Modal
      opened
      onClose={props.onClose}
      size="44rem"
      padding="lg"
      title={t('remove.title', { shop: shop.name })}
      closeButtonProps={{ 'aria-label': t('remove.cancel') }}
      classNames={{ title: styles.title }}
    >
      <div className={styles.form}>
        {open > 0 ? <Blocked {...props} open={open} /> : <Confirm {...props} onProblem={setProblem} />}
        {problem && problem.code !== 'shop-has-open-work' && <ProblemNotice problem={problem} />}
      </div>
    </Modal>
  );
}

function Blocked(props: RemoveProps & { readonly open: number }) {
  const { t } = useTranslation('shops');
  const [, navigate] = useLocation();
  return (
    <>
      <p className={styles.text} role="alert">
        {t('remove.blocked', { count: props.open })}
      </p>
      <div className={styles.buttons}>
        <Button variant="default" onClick={props.onClose}>
          {t('remove.cancel')}
        </Button>
        <Button onClick={() => navigate('/outbox', { state: { search: props.shop.name } })}>
          {t('remove.showOpen')}
        </Button>
      </div>
    </>
  );
}

function Confirm(props: RemoveProps & { readonly onProblem: (problem: Problem) => void }) {
  const { t } = useTranslation('shops');
  const client = useClient();
  const { shop } = props;
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const remove = async (): Promise<void> => {
    setBusy(true);
    const answer = await client.shops.remove({ shop: shop.id });
    setBusy(false);
    if (!answer.ok) return props.onProblem(answer.error);
    notifications.show({ message: t('done.removed', { shop: shop.name }), color: 'dark' });
    props.onDone();
  };
  return (
    <>
      <p className={styles.text}>{t('remove.body')}</p>
      <TextInput
        label={t('remove.typeName')}
        placeholder={shop.name}
        autoComplete="off"
        data-autofocus
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button variant="default" onClick={props.onClose}>
          {t('remove.cancel')}
        </Button>
        <Button color="red" disabled={typed.trim() !== shop.name} loading={busy} onClick={() => void remove()}>
          {t('remove.confirm')}
        </Button>
      </div>
    </>
  );
}
