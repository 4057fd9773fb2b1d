import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/contract/problem.ts';
import { fileAddress } from '../../api/upload-file.ts';
import { DownloadIcon } from '../../components/icons/download-icon.tsx';
import { saveAddress } from '../../components/save-blob.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useClient } from '../../state/app-state.tsx';

/** Saves what the printer would get, where the host makes PDFs. */
export function SavePdf({ fileName }: { readonly fileName: string }) {
  const { t } = useTranslation('bench');
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async (): Promise<void> => {
    setBusy(true);
    const made = await client.system.pagePdf({ name: fileName });
    setBusy(false);
    setProblem(made.ok ? null : made.error);
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
