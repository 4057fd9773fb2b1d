import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { ClosedShift } from '../../../shared/contract/shift.ts';
import { momentWords } from '../../../shared/messages/moment-words.ts';
import { KeyCap } from '../../components/key-cap.tsx';
import { ScreenFrame } from '../../components/screen-frame.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useClient } from '../../state/app-state.tsx';
import { StartedLine } from './running-shift.tsx';
import { SHIFT_PATH } from './shift-paths.ts';
import { ShiftReportView } from './shift-report-view.tsx';
import styles from './shift-screen.module.css';
import { useExportShift } from './use-export-shift.ts';
import { usePageCommands } from './use-page-commands.ts';

/** A closed shift as it was closed, to be read, printed and exported. */
export function ClosedShiftPage({ id }: { readonly id: string }) {
  const { t } = useTranslation('shift');
  const language = useLanguage();
  const { closed, problem } = useClosedShift(id);
  const [, navigate] = useLocation();
  const exportShift = useExportShift(id);
  const back = (): void => navigate(SHIFT_PATH);
  usePageCommands({ F6: exportShift, F10: () => window.print(), Escape: back });
  const heading = closed === null ? t('title') : t('closed.heading', { at: momentWords(closed.closedAt, language) });
  return (
    <ScreenFrame
      title={heading}
      subtitle={closed === null ? '' : t('closed.by', { started: closed.startedBy, closed: closed.closedBy })}
      actions={
        <>
          <Button variant="default" size="md" leftSection={<KeyCap>Esc</KeyCap>} onClick={back}>
            {t('closed.back')}
          </Button>
          <Button variant="default" size="md" leftSection={<KeyCap>F10</KeyCap>} onClick={() => window.print()}>
            {t('running.print')}
          </Button>
          <Button size="md" leftSection={<KeyCap>F6</KeyCap>} onClick={exportShift}>
            {t('running.csv')}
          </Button>
        </>
      }
    >
      <div className={styles.scroll} data-testid="closed-shift">
        {problem && <ProblemNotice problem={problem} />}
        {closed === null && !problem && <p>{t('load')}</p>}
        {closed && (
          <>
            <StartedLine shift={closed} />
            {closed.closingNote !== '' && <p className={styles.closingNote}>{closed.closingNote}</p>}
            <ShiftReportView report={closed.report} />
            <p className={styles.audit}>{t('closed.audit', closed.audit)}</p>
          </>
        )}
      </div>
    </ScreenFrame>
  );
}

function useClosedShift(id: string): { readonly closed: ClosedShift | null; readonly problem: Problem | null } {
  const client = useClient();
  const [told, setTold] = useState<{ closed: ClosedShift | null; problem: Problem | null }>({
    closed: null,
    problem: null,
  });
  useEffect(() => {
    let gone = false;
    void client.shift.closed({ id }).then((answer) => {
      if (gone) return;
      setTold(answer.ok ? { closed: answer.value, problem: null } : { closed: null, problem: answer.error });
    });
    return () => {
      gone = true;
    };
  }, [client, id]);
  return told;
}
