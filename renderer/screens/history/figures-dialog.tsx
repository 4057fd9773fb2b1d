import { Button, SegmentedControl } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorFigures, PackedSlot } from '../../../shared/contract/history.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { chinaDay } from '../../../shared/kernel/china-time.ts';
import { DAY_MS } from '../../../shared/kernel/time.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DownloadIcon } from '../../components/icons/download-icon.tsx';
import { saveBlob } from '../../components/save-blob.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useClient } from '../../state/app-state.tsx';
import { figuresCsv } from './figures-csv.ts';
import { FiguresTable } from './figures-table.tsx';
import styles from './figures.module.css';
import { PackedChart } from './packed-chart.tsx';

type Span = 'today' | 'yesterday' | 'week';

/** The days of a span in China, both included. */
function daysOf(span: Span, nowMs: number): { readonly from: string; readonly to: string } {
  if (span === 'yesterday') return { from: chinaDay(nowMs - DAY_MS), to: chinaDay(nowMs - DAY_MS) };
  return { from: chinaDay(span === 'week' ? nowMs - 6 * DAY_MS : nowMs), to: chinaDay(nowMs) };
}

/** What people packed: one's own for a packer, everybody's for a lead. */
export function FiguresDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('history');
  const [span, setSpan] = useState<Span>('today');
  const [nowMs] = useState(() => Date.now());
  const days = daysOf(span, nowMs);
  const { rows, slots, everybody, problem } = useFigures(days.from, days.to);
  const save = (): void =>
    saveBlob(
      figuresCsv(rows, t('figures.columns', { returnObjects: true })),
      `${t('figures.fileName')}-${days.from}-${days.to}.csv`,
    );
  return (
    <Dialog title={t('figures.title')} close={t('figures.close')} size="80rem" onClose={onClose}>
      <div className={styles.head}>
        <SegmentedControl
          aria-label={t('figures.spanLabel')}
          value={span}
          onChange={(value) => setSpan(value === 'week' || value === 'yesterday' ? value : 'today')}
          data={(['today', 'yesterday', 'week'] as const).map((value) => ({
            value,
            label: t(`figures.spans.${value}`),
          }))}
        />
        <Button variant="default" leftSection={<DownloadIcon />} disabled={rows.length === 0} onClick={save}>
          {t('figures.save')}
        </Button>
      </div>
      {problem && <ProblemNotice problem={problem} />}
      {rows.length === 0 ? <p>{t('figures.none')}</p> : <FiguresTable rows={rows} />}
      <PackedChart slots={slots} by={span === 'week' ? 'day' : 'hour'} />
      <p className={styles.small}>{t(everybody ? 'figures.everybody' : 'figures.own')}</p>
      <p className={styles.small}>{t('figures.fairHint')}</p>
    </Dialog>
  );
}

type Told = {
  readonly rows: readonly OperatorFigures[];
  readonly slots: readonly PackedSlot[];
  readonly everybody: boolean;
  readonly problem: Problem | null;
};

const NOTHING: Told = { rows: [], slots: [], everybody: false, problem: null };

function useFigures(from: string, to: string): Told {
  const client = useClient();
  const [told, setTold] = useState<Told>(NOTHING);
  useEffect(() => {
    let current = true;
    void client.history.figures({ from, to }).then((answer) => {
      if (!current) return;
      setTold(answer.ok ? { ...answer.value, problem: null } : { ...NOTHING, problem: answer.error });
    });
    return () => {
      current = false;
    };
  }, [client, from, to]);
  return told;
}
