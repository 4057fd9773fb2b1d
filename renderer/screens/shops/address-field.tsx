import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlatformId } from '../../../shared/domain/platforms/platform-id.ts';
import { capabilitiesOf } from '../../../shared/domain/platforms/platform-list.ts';
import { baseUrlFault } from './base-url.ts';
import styles from './form-dialog.module.css';

/** Another address than the platform's own, folded away because almost nobody needs it. */
export function AddressField(props: {
  readonly platform: PlatformId;
  readonly value: string;
  readonly onChange: (baseUrl: string) => void;
}) {
  const { t } = useTranslation('shops');
  return (
    <details className={styles.folded}>
      <summary>{t('form.advanced')}</summary>
      <TextInput
        label={t('form.baseUrl')}
        description={t('form.baseUrlHint', { url: capabilitiesOf(props.platform).defaultBaseUrl })}
        maxLength={300}
        autoComplete="off"
        spellCheck={false}
        value={props.value}
        error={baseUrlFault(props.value.trim()) ? t('form.baseUrlBad') : null}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
    </details>
  );
}
