import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { ShopView } from '../../../shared/contract/shops.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useClient } from '../../state/app-state.tsx';
import { FormDialog } from './form-dialog.tsx';
import { PlainHttpSwitch } from './plain-http-switch.tsx';

/** Switches a shop's unencrypted connection on or off, with what that means. */
export function PlainHttpDialog(props: {
  readonly shop: ShopView;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('shops');
  const client = useClient();
  const { shop } = props;
  const [on, setOn] = useState(shop.plainHttp);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async (): Promise<void> => {
    if (on === shop.plainHttp) return props.onClose();
    setBusy(true);
    const answer = await client.shops.setPlainHttp({ shop: shop.id, on });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.error);
    notifications.show({ message: t(on ? 'plainHttp.nowOn' : 'plainHttp.nowOff', { shop: shop.name }), color: 'dark' });
    props.onDone();
  };
  return (
    <FormDialog
      title={t('plainHttp.title', { shop: shop.name })}
      save={t('form.save')}
      busy={busy}
      onSave={() => void save()}
      onClose={props.onClose}
    >
      <PlainHttpSwitch address={shop.baseUrl} on={on} onChange={setOn} />
      {problem && <ProblemNotice problem={problem} />}
    </FormDialog>
  );
}
