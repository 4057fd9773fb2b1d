import { Alert, Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { WarningIcon } from '../../../components/icons/warning-icon.tsx';
import styles from './plain-http-switch.module.css';

/** The explicit word for an unencrypted connection, beside what it risks. */
export function PlainHttpSwitch(props: {
  readonly address: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  const { t } = useTranslation('shops');
  return (
    <Alert color="red" variant="outline" icon={<WarningIcon />} title={t('plainHttp.warning')}>
      <ul className={styles.risks}>
        <li>{t('plainHttp.readable')}</li>
        <li>{t('plainHttp.token')}</li>
        <li>{t('plainHttp.wifi')}</li>
      </ul>
      <Checkbox
        size="md"
        label={t('plainHttp.allow', { address: props.address })}
        checked={props.on}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
    </Alert>
  );
}
