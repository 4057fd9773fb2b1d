import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/contract/problem.ts';
import { fileAddress } from '../../api/upload-file.ts';
import { DownloadIcon } from '../../components/icons/download-icon.tsx';
import { saveAddress } from '../../components/save-blob.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useClient } from '../../state/app-state.tsx';
import { filterQuestion, type OutboxFilter } from '../../state/outbox-filter.ts';

/** Takes everything the filter and the search show, not only the rows that were read, into a file. */
export function ExportMenu(props: { readonly filter: OutboxFilter; readonly search: string }) {
  const { t } = useTranslation('outbox');
  const client = useClient();
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const { filter, search } = props;
  const run = async (format: 'csv' | 'xlsx'): Promise<void> => {
    setBusy(true);
    const answer = await client.outbox.export({
      search,
      format,
      language,
      ...filterQuestion(filter),
    });
    setBusy(false);
    if (!answer.ok) return failed(t('export.failed'), answer.error);
    const { fileId, name, rows, whole } = answer.value;
    saveAddress(fileAddress(fileId), name);
    notifications.show({
      message: t(whole ? 'export.done' : 'export.cut', { count: rows }),
      color: whole ? 'green' : 'orange',
      autoClose: whole ? 5_000 : false,
    });
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<DownloadIcon />} loading={busy}>
          {t('export.open')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void run('xlsx')}>{t('export.xlsx')}</Menu.Item>
        <Menu.Item onClick={() => void run('csv')}>{t('export.csv')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const failed = (title: string, problem: Problem): void => {
  notifications.show({ title, message: <ProblemNotice problem={problem} />, color: 'red', autoClose: false });
};
