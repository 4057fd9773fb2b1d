import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Dialog, DialogButtons, DialogText } from '../../../components/dialog.tsx';
import { ProblemNotice } from '../../../problems/problem-notice.tsx';
import { useClient } from '../../../state/app-state.tsx';
import { type Task, useTask } from '../../../state/use-task.ts';
import type { ShopDialogProps } from './shop-dialog.tsx';

/** Removing a shop: impossible while packages are open, and never by a slip of the hand. */
export function RemoveDialog(props: ShopDialogProps) {
  const { t } = useTranslation('shops');
  const { shop } = props;
  const task = useTask();
  const { problem } = task;
  const open = problem?.code === 'shop-has-open-work' ? problem.count : shop.openOps;
  return (
    <Dialog title={t('remove.title', { shop: shop.name })} close={t('remove.cancel')} onClose={props.onClose}>
      {open > 0 ? <Blocked {...props} open={open} /> : <Confirm {...props} task={task} />}
      {problem && problem.code !== 'shop-has-open-work' && <ProblemNotice problem={problem} />}
    </Dialog>
  );
}

function Blocked(props: ShopDialogProps & { readonly open: number }) {
  const { t } = useTranslation('shops');
  const [, navigate] = useLocation();
  return (
    <>
      <DialogText role="alert">{t('remove.blocked', { count: props.open })}</DialogText>
      <DialogButtons>
        <Button variant="default" onClick={props.onClose}>
          {t('remove.cancel')}
        </Button>
        <Button onClick={() => navigate('/outbox', { state: { search: props.shop.name } })}>
          {t('remove.showOpen')}
        </Button>
      </DialogButtons>
    </>
  );
}

function Confirm(props: ShopDialogProps & { readonly task: Task }) {
  const { t } = useTranslation('shops');
  const client = useClient();
  const { shop, task } = props;
  const [typed, setTyped] = useState('');
  const remove = async (): Promise<void> => {
    const answer = await task.run(client.shops.remove({ shop: shop.id }));
    if (!answer.ok) return;
    notifications.show({ message: t('done.removed', { shop: shop.name }), color: 'dark' });
    props.onDone();
  };
  return (
    <>
      <DialogText>{t('remove.body')}</DialogText>
      <TextInput
        label={t('remove.typeName')}
        placeholder={shop.name}
        autoComplete="off"
        data-autofocus
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <DialogButtons>
        <Button variant="default" onClick={props.onClose}>
          {t('remove.cancel')}
        </Button>
        <Button color="red" disabled={typed.trim() !== shop.name} loading={task.busy} onClick={() => void remove()}>
          {t('remove.confirm')}
        </Button>
      </DialogButtons>
    </>
  );
}
