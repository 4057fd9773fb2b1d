import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlatformCapabilities } from '../../../shared/domain/platforms/capabilities.ts';
import { WarningIcon } from '../../components/icons/warning-icon.tsx';

/** What somebody should know before they connect to a platform: it costs money, or it is not encrypted. */
export function PlatformNotes({ capabilities }: { readonly capabilities: PlatformCapabilities }) {
  const { t } = useTranslation('shops');
  const notes = [
    capabilities.billed ? t('form.billed') : null,
    capabilities.plainHttp ? t('form.plainHttp') : null,
  ].filter((note) => note !== null);
  if (notes.length === 0) return null;
  return (
    <Alert color="yellow" variant="outline" icon={<WarningIcon />}>
      {notes.map((note) => (
        <p key={note} style={{ margin: 0 }}>
          {note}
        </p>
      ))}
    </Alert>
  );
}
