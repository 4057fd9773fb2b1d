import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../../shared/contract/problem.ts';
import type { ShopView } from '../../../../shared/contract/shops.ts';
import type { Result } from '../../../../shared/kernel/result.ts';
import { useTask } from '../../../state/use-task.ts';
import { FormDialog } from './form-dialog.tsx';

/** What every window about one shop is given. */
export type ShopDialogProps = { readonly shop: ShopView; readonly onDone: () => void; readonly onClose: () => void };

/** A form that changes one thing of a shop. `call` is null where what is filled in cannot be saved. */
export function ShopDialog(
  props: ShopDialogProps & {
    readonly title: string;
    /** Said once it is saved. */
    readonly saved: string;
    readonly call: () => Promise<Result<unknown, Problem>> | null;
    readonly children: ReactNode;
  },
) {
  const { t } = useTranslation('shops');
  const task = useTask();
  const save = async (): Promise<void> => {
    const call = props.call();
    const answer = call && (await task.run(call));
    if (!answer?.ok) return;
    notifications.show({ message: props.saved, color: 'dark' });
    props.onDone();
  };
  return (
    <FormDialog
      title={props.title}
      save={t('form.save')}
      task={task}
      onSave={() => void save()}
      onClose={props.onClose}
    >
      {props.children}
    </FormDialog>
  );
}
