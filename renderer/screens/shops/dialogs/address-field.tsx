import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { capabilitiesOf } from '../../../../shared/domain/platforms/platform-list.ts';
import { isPlainHttp } from '../../../../shared/kernel/plain-http.ts';
import styles from './form-dialog.module.css';
import { PlainHttpSwitch } from './plain-http-switch.tsx';
import { addressFault, addressOf, type ShopDraft } from './shop-draft.ts';

/**
 * Another address than the platform's own, folded away because almost nobody needs it; in sight where the platform's own
 * is unencrypted, with the word that allows it.
 */
export function AddressField(props: {
  readonly draft: ShopDraft;
  readonly tried: boolean;
  readonly onChange: (change: Partial<ShopDraft>) => void;
}) {
  const { t } = useTranslation('shops');
  const { draft, onChange } = props;
  const { defaultBaseUrl, plainHttp } = capabilitiesOf(draft.platform);
  const address = addressOf(draft);
  const fault = addressFault(draft);
  const input = (
    <TextInput
      label={t('form.baseUrl')}
      description={t(plainHttp ? 'form.baseUrlPlain' : 'form.baseUrlHint', { url: defaultBaseUrl })}
      placeholder={plainHttp ? defaultBaseUrl : ''}
      maxLength={300}
      autoComplete="off"
      spellCheck={false}
      value={draft.baseUrl}
      error={
        fault === 'bad' ? t('form.baseUrlBad') : fault === 'unencrypted' && props.tried ? t('plainHttp.needed') : null
      }
      onChange={(event) => onChange({ baseUrl: event.currentTarget.value })}
    />
  );
  if (!plainHttp)
    return (
      <details className={styles.folded}>
        <summary>{t('form.advanced')}</summary>
        {input}
      </details>
    );
  return (
    <>
      {input}
      {isPlainHttp(address) && (
        <PlainHttpSwitch
          address={address}
          on={draft.allowPlainHttp}
          onChange={(allowPlainHttp) => onChange({ allowPlainHttp })}
        />
      )}
    </>
  );
}
