import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlatformCapabilities } from '../../../../shared/domain/platforms/capabilities.ts';
import { WarningIcon } from '../../../components/icons/warning-icon.tsx';

/** What somebody should know before they connect to a platform: it costs money. */
export function PlatformNotes({ capabilities }: { readonly capabilities: PlatformCapabilities }) {
  const { t } = useTranslation('shops');
  if (capabilities.billed !== true) return null;
  return (
    <Alert color="yellow" variant="outline" icon={<WarningIcon />}>
      {t('form.billed')}
    </Alert>
  );
}
