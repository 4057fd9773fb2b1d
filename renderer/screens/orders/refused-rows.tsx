import { Button, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { JobView } from '../../../shared/contract/job.ts';
import { columnName, describeRowProblem } from '../../../shared/messages/describe-row-problem.ts';
import { DownloadIcon } from '../../components/icons/download-icon.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './import-dialog.module.css';
import { refusedCsv } from './refused-csv.ts';
import { saveBlob } from '../../components/save-blob.ts';

/** The rows that did not come in: where, why, and what to do; to be read here or taken along. */
export function RefusedRows({ job }: { readonly job: JobView }) {
  const { t } = useTranslation('orders');
  const language = useLanguage();
  const headers = [t('importer.row'), t('importer.column'), t('importer.why'), t('importer.value')] as const;
  const save = (): void => {
    const csv = refusedCsv(job.rows, headers, language);
    saveBlob(new Blob([csv], { type: 'text/csv;charset=utf-8' }), t('importer.exportName'));
  };
  return (
    <>
      <div className={styles.row}>
        <p className={styles.hint}>{t('importer.refusedShown', { shown: job.rows.length, refused: job.refused })}</p>
        <Button variant="default" leftSection={<DownloadIcon />} onClick={save}>
          {t('importer.exportRows')}
        </Button>
      </div>
      <Table.ScrollContainer
        minWidth={0}
        maxHeight="22rem"
        className={styles.scroll ?? ''}
        scrollAreaProps={{
          viewportProps: { tabIndex: 0, role: 'region', 'aria-label': t('importer.refusedTitle') },
        }}
      >
        <Table stickyHeader striped>
          <Table.Thead>
            <Table.Tr>
              {headers.map((header) => (
                <Table.Th key={header}>{header}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {job.rows.map((row, index) => (
              <Table.Tr key={`${row.row} ${row.column} ${index}`}>
                <Table.Td>{row.row}</Table.Td>
                <Table.Td>{columnName(row.column, language)}</Table.Td>
                <Table.Td>{describeRowProblem(row, language)}</Table.Td>
                <Table.Td className={styles.value}>{row.value}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
