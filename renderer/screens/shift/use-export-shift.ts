import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { fileAddress } from '../../api/upload-file.ts';
import { saveAddress } from '../../components/save-blob.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useClient } from '../../state/app-state.tsx';
import { describeProblem } from '../../../shared/messages/describe-problem.ts';

/** Takes every parcel of a shift into a CSV file; `id` null means the running one. */
export function useExportShift(id: string | null): () => void {
  const { t } = useTranslation('shift');
  const client = useClient();
  const language = useLanguage();
  return () => {
    void client.shift.export({ id, language }).then((answer) => {
      if (!answer.ok) {
        const { title, action } = describeProblem(answer.error, language);
        notifications.show({ title, message: action, color: 'red', autoClose: false });
        return;
      }
      const { fileId, name, rows } = answer.value;
      saveAddress(fileAddress(fileId), name);
      notifications.show({ message: t('running.exported', { count: rows }), color: 'green' });
    });
  };
}
