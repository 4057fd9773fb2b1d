import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { ShopView } from '../../../shared/contract/shops.ts';
import { capabilitiesOf } from '../../../shared/domain/platforms/platform-list.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useClient } from '../../state/app-state.tsx';
import { CredentialInputs } from './credential-inputs.tsx';
import { credentialFault, pickCredentials } from './credential-values.ts';
import { FormDialog } from './form-dialog.tsx';

const EMPTY: Readonly<Record<string, string>> = {};

/** New credentials for a shop; the old ones are never shown, so all fields are typed anew. */
export function CredentialsDialog(props: {
  readonly shop: ShopView;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('shops');
  const client = useClient();
  const { shop } = props;
  const [values, setValues] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const fields = capabilitiesOf(shop.platform).credentialFields;
  const save = async (): Promise<void> => {
    setTried(true);
    if (fields.some((field) => credentialFault(field, values[field.name] ?? '') !== null)) return;
    setBusy(true);
    const answer = await client.shops.replaceCredentials({
      shop: shop.id,
      credentials: pickCredentials(fields, values),
    });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.error);
    setValues(EMPTY);
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
      <CredentialInputs fields={fields} values={values} showFaults={tried} onChange={setValues} />
      {problem && <ProblemNotice problem={problem} />}
    </FormDialog>
  );
}
