import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { capabilitiesOf } from '../../../../shared/domain/platforms/platform-list.ts';
import { useClient } from '../../../state/app-state.tsx';
import { CredentialInputs } from './credential-inputs.tsx';
import { credentialsFrom, EMPTY_CREDENTIALS } from './credential-values.ts';
import { ShopDialog, type ShopDialogProps } from './shop-dialog.tsx';

/** New credentials for a shop; the old ones are never shown, so all fields are typed anew. */
export function CredentialsDialog(props: ShopDialogProps) {
  const { t } = useTranslation('shops');
  const client = useClient();
  const { shop } = props;
  const [draft, setDraft] = useState(EMPTY_CREDENTIALS);
  const [tried, setTried] = useState(false);
  const capabilities = capabilitiesOf(shop.platform);
  const call = () => {
    setTried(true);
    const credentials = credentialsFrom(capabilities, draft);
    return credentials && client.shops.replaceCredentials({ shop: shop.id, credentials });
  };
  return (
    <ShopDialog
      {...props}
      title={t('form.replaceTitle', { shop: shop.name })}
      saved={t('done.replaced', { shop: shop.name })}
      call={call}
      onDone={() => {
        setDraft(EMPTY_CREDENTIALS);
        props.onDone();
      }}
    >
      <CredentialInputs capabilities={capabilities} draft={draft} showFaults={tried} onChange={setDraft} />
    </ShopDialog>
  );
}
