import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShopView } from '../../../../shared/contract/shops.ts';
import { capabilitiesOf } from '../../../../shared/domain/platforms/platform-list.ts';
import { useClient } from '../../../state/app-state.tsx';
import { useTask } from '../../../state/use-task.ts';
import { AddressField } from './address-field.tsx';
import { CredentialInputs } from './credential-inputs.tsx';
import { EMPTY_CREDENTIALS } from './credential-values.ts';
import { FormDialog } from './form-dialog.tsx';
import { PlatformChoice } from './platform-choice.tsx';
import { PlatformNotes } from './platform-notes.tsx';
import { emptyDraft, type ShopDraft, shopFrom } from './shop-draft.ts';
import { ShopKindField } from './shop-kind-field.tsx';

/** A new shop. Credentials live in this dialog only while it is open, and leave it with the save. */
export function AddShopDialog(props: { readonly onAdded: (shop: ShopView) => void; readonly onClose: () => void }) {
  const { t } = useTranslation('shops');
  const client = useClient();
  const [draft, setDraft] = useState(emptyDraft);
  const [tried, setTried] = useState(false);
  const task = useTask();
  const save = async (): Promise<void> => {
    setTried(true);
    const shop = shopFrom(draft);
    if (!shop) return;
    const answer = await task.run(client.shops.add(shop));
    if (!answer.ok) return;
    setDraft(emptyDraft());
    notifications.show({ message: t('done.added', { shop: answer.value.name }), color: 'dark' });
    props.onAdded(answer.value);
  };
  return (
    <FormDialog
      title={t('form.addTitle')}
      save={t('form.saveAndTest')}
      task={task}
      onSave={() => void save()}
      onClose={props.onClose}
    >
      <ShopFields draft={draft} tried={tried} onChange={(change) => setDraft({ ...draft, ...change })} />
    </FormDialog>
  );
}

/** Everything there is to say about a new shop. Another platform starts with empty credentials. */
function ShopFields(props: {
  readonly draft: ShopDraft;
  readonly tried: boolean;
  readonly onChange: (change: Partial<ShopDraft>) => void;
}) {
  const { t } = useTranslation('shops');
  const { draft, tried, onChange } = props;
  const capabilities = capabilitiesOf(draft.platform);
  return (
    <>
      <PlatformChoice
        value={draft.platform}
        onChange={(platform) => onChange({ platform, kind: '', allowPlainHttp: false, credentials: EMPTY_CREDENTIALS })}
      />
      {capabilities.shopKinds && (
        <ShopKindField kinds={capabilities.shopKinds} value={draft.kind} onChange={(kind) => onChange({ kind })} />
      )}
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
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <CredentialInputs
        capabilities={capabilities}
        draft={draft.credentials}
        showFaults={tried}
        onChange={(credentials) => onChange({ credentials })}
      />
      <AddressField draft={draft} tried={tried} onChange={onChange} />
    </>
  );
}
