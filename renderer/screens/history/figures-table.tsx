import { Progress, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OperatorFigures } from '../../../shared/contract/history.ts';
import { missRate } from './figures-csv.ts';
import styles from './figures.module.css';

/** One row a person. The bars are the chart; the numbers beside them say the same to whoever does not see them. */
export function FiguresTable({ rows }: { readonly rows: readonly OperatorFigures[] }) {
  const { t } = useTranslation('history');
  const most = Math.max(1, ...rows.map(({ packages }) => packages));
  const column = (name: (typeof COLUMNS)[number]) => t(`figures.columns.${name}`);
  return (
    <Table.ScrollContainer
      minWidth={600}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': t('figures.title') } }}
    >
      <Table className={styles.table ?? ''} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            {COLUMNS.map((name) => (
              <Table.Th key={name} scope="col">
                {column(name)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.operator}>
              <Table.Th scope="row">{row.operator === '' ? '–' : row.operator}</Table.Th>
              <Table.Td>{row.orders}</Table.Td>
              <Table.Td>
                {row.packages}
                <Progress.Root size="lg" aria-hidden="true" className={styles.bar ?? ''}>
                  {CLASSES.map((work) => (
                    <Progress.Section
                      key={work}
                      value={(row.perClass[work] / most) * 100}
                      color="transparent"
                      data-work={work}
                      withAria={false}
                    />
                  ))}
                </Progress.Root>
              </Table.Td>
              <Table.Td>{row.pieces}</Table.Td>
              <Table.Td>
                {CLASSES.map((work) => (
                  <span key={work} className={styles.work}>
                    <i data-work={work} aria-hidden="true" />
                    {t(`figures.classes.${work}`, { count: row.perClass[work] })}
                  </span>
                ))}
              </Table.Td>
              <Table.Td>{row.packagesPerHour ?? '–'}</Table.Td>
              <Table.Td>{row.fairPace === null ? '–' : `${row.fairPace} %`}</Table.Td>
              <Table.Td>{missRate(row)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** From light to dark, which every eye tells apart. */
const CLASSES = ['single', 'multi', 'mixed'] as const;
const COLUMNS = ['operator', 'orders', 'packages', 'pieces', 'classes', 'perHour', 'fair', 'miss'] as const;
