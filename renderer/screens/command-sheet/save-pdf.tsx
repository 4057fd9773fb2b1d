import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fileAddress } from '../../api/upload-file.ts';
import { DownloadIcon } from '../../components/icons/download-icon.tsx';
import { saveAddress } from '../../components/save-blob.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useClient } from '../../state/app-state.tsx';
import { useTask } from '../../state/use-task.ts';

/** Saves what the printer would get, where the host makes PDFs. */
export function SavePdf({ fileName }: { readonly fileName: string }) {
  const { t } = useTranslation('bench');
  const client = useClient();
  const { busy, problem, run } = useTask();
  const save = async (): Promise<void> => {
    const made = await run(client.system.pagePdf({ name: fileName }));
    if (made.ok) saveAddress(fileAddress(made.value.fileId), fileName);
  };
  return (
    <>
      <Button size="md" variant="default" leftSection={<DownloadIcon />} disabled={busy} onClick={() => void save()}>
        {t(busy ? 'sheet.pdfBusy' : 'sheet.pdf')}
      </Button>
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}
