import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { ScanFiguresSchema, ScanRecord } from '../../../shared/contract/scans.ts';
import { benchKeyWords } from '../../../shared/messages/bench-key-words.ts';
import { problemTitle } from '../../../shared/messages/problem-title.ts';
import { fileAddress } from '../../api/upload-file.ts';
import { formatTime } from '../../components/format-time.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useClient } from '../../state/app-state.tsx';
import { Card } from './card.tsx';
import styles from './scanner-screen.module.css';

type Log = { readonly rows: readonly ScanRecord[]; readonly figures: z.infer<typeof ScanFiguresSchema> };

const SHOWN = 20;
/** Characters of one code; the export has the whole of it. */
const SHOWN_LENGTH = 60;

/** The black box: the last scans with what was decided and why. */
export function LogCard() {
  const { t } = useTranslation('scanner');
  const client = useClient();
  const [log, setLog] = useState<Log | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [exported, setExported] = useState<{ readonly fileId: string; readonly count: number } | null>(null);
  useEffect(() => {
    void client.scans.list({ limit: SHOWN }).then((answer) => {
      if (answer.ok) setLog(answer.value);
      else setProblem(answer.error);
    });
  }, [client]);
  const save = async (): Promise<void> => {
    const answer = await client.scans.export({});
    if (answer.ok) setExported(answer.value);
    else setProblem(answer.error);
  };
  return (
    <Card title={t('log.title')}>
      {problem && <ProblemNotice problem={problem} />}
      {log && <p>{t('log.figures', log.figures)}</p>}
      {log && log.rows.length > 0 ? <Rows rows={log.rows} /> : <p>{t('log.empty')}</p>}
      <div className={styles.row}>
        <Button variant="default" onClick={() => void save()}>
          {t('log.export')}
        </Button>
        {exported && (
          <a href={fileAddress(exported.fileId)} download="scans.jsonl">
            {t('log.download', { count: exported.count })}
          </a>
        )}
      </div>
    </Card>
  );
}

function Rows({ rows }: { readonly rows: readonly ScanRecord[] }) {
  const { t } = useTranslation(['scanner', 'shell']);
  const language = useLanguage();
  const why = (reason: string): string =>
    reason === 'no-suffix' ? t('shell:scanner.noEnter') : problemTitle(reason, language);
  return (
    <div className={styles.tableFrame}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('log.time')}</th>
            <th>{t('log.text')}</th>
            <th>{t('log.decision')}</th>
            <th>{t('log.speed')}</th>
            <th>{t('log.operator')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-refused={row.verdict === 'refused' || undefined}>
              <td className={styles.whole}>{formatTime(row.at, language)}</td>
              <td>{row.isKey ? benchKeyWords(row.text, language) : <code>{row.text.slice(0, SHOWN_LENGTH)}</code>}</td>
              <td>
                {t(`decision.${decisionOf(row)}`)}
                {row.reason !== '' && <small>{why(row.reason)}</small>}
              </td>
              <td className={styles.whole}>
                {row.origin?.timing ? t('fact.ms', { ms: row.origin.timing.medianMs }) : ''}
              </td>
              <td>{row.operator}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function decisionOf({ verdict, isKey }: ScanRecord) {
  if (verdict === 'refused') return 'refused' as const;
  if (verdict === 'double-read' || verdict === 'duplicate-ignored') return 'double' as const;
  if (verdict === 'pull-ignored') return 'surplus' as const;
  return isKey ? ('key' as const) : ('taken' as const);
}
