import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { ShopView } from '../../../shared/contract/shops.ts';
import { capabilitiesOf } from '../../../shared/domain/platforms/platform-list.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useClient } from '../../state/app-state.tsx';
import { CredentialInputs } from './credential-inputs.tsx';
import { credentialsFrom, EMPTY_CREDENTIALS } from './credential-values.ts';
import { FormDialog } from './form-dialog.tsx';

/** New credentials for a shop; the old ones are never shown, so all fields are typed anew. */
export function CredentialsDialog(props: {
  readonly shop: ShopView;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('shops');
  const client = useClient();
  const { shop } = props;
  const [draft, setDraft] = useState(EMPTY_CREDENTIALS);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const capabilities = capabilitiesOf(shop.platform);
  const save = async (): Promise<void> => {
    setTried(true);
    const credentials = credentialsFrom(capabilities, draft);
    if (!credentials) return;
    setBusy(true);
    const answer = await client.shops.replaceCredentials({ shop: shop.id, credentials });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.error);
    setDraft(EMPTY_CREDENTIALS);
    notifications.show({ message: t('done.replaced', { shop: shop.name }), color: 'dark' });
    props.onDone();
  };
  return (
    <FormDialog
      title={t('form.replaceTitle', { shop: shop.name })}
      save={t('form.save')}
      busy={busy}
      onSave={() => void save()}
      onClose={props.onClose}
    >
      <CredentialInputs capabilities={capabilities} draft={draft} showFaults={tried} onChange={setDraft} />
      {problem && <ProblemNotice problem={problem} />}
    </FormDialog>
  );
}
