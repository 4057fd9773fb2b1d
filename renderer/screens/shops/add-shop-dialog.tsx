import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { ShopView } from '../../../shared/contract/shops.ts';
import { capabilitiesOf } from '../../../shared/domain/platforms/platform-list.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useClient } from '../../state/app-state.tsx';
import { AddressField } from './address-field.tsx';
import { CredentialInputs } from './credential-inputs.tsx';
import { EMPTY_CREDENTIALS } from './credential-values.ts';
import { FormDialog } from './form-dialog.tsx';
import { PlatformChoice } from './platform-choice.tsx';
import { PlatformNotes } from './platform-notes.tsx';
import { emptyDraft, shopFrom } from './shop-draft.ts';

/** A new shop. Credentials live in this dialog only while it is open, and leave it with the save. */
export function AddShopDialog(props: { readonly onAdded: (shop: ShopView) => void; readonly onClose: () => void }) {
  const { t } = useTranslation('shops');
  const client = useClient();
  const [draft, setDraft] = useState(emptyDraft);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const capabilities = capabilitiesOf(draft.platform);
  const save = async (): Promise<void> => {
    setTried(true);
    const shop = shopFrom(draft);
    if (!shop) return;
    setBusy(true);
    const answer = await client.shops.add(shop);
    setBusy(false);
    if (!answer.ok) return setProblem(answer.error);
    setDraft(emptyDraft());
    notifications.show({ message: t('done.added', { shop: answer.value.name }), color: 'dark' });
    props.onAdded(answer.value);
  };
  return (
    <FormDialog
      title={t('form.addTitle')}
      save={t('form.saveAndTest')}
      busy={busy}
      onSave={() => void save()}
      onClose={props.onClose}
    >
      <PlatformChoice
        value={draft.platform}
        onChange={(platform) => setDraft({ ...draft, platform, credentials: EMPTY_CREDENTIALS })}
      />
      <PlatformNotes capabilities={capabilities} />
      <TextInput
        label={t('form.name')}
        description={t('form.nameHint')}
        withAsterisk
        required
        data-autofocus
        maxLength={60}
        autoComplete="off"
        value={draft.name}
        error={tried && draft.name.trim() === '' ? t('form.nameMissing') : null}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <CredentialInputs
        capabilities={capabilities}
        draft={draft.credentials}
        showFaults={tried}
        onChange={(credentials) => setDraft({ ...draft, credentials })}
      />
      <AddressField
        platform={draft.platform}
        value={draft.baseUrl}
        onChange={(baseUrl) => setDraft({ ...draft, baseUrl })}
      />
      {problem && <ProblemNotice problem={problem} />}
    </FormDialog>
  );
}
