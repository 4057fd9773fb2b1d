import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useLocation } from 'wouter';
import type { EventName } from '../../../shared/contract/event.ts';
import type { ShiftParcel, ShiftView } from '../../../shared/contract/shift.ts';
import { checkWords } from '../../../shared/messages/shift-words.ts';
import { KeyCap } from '../../components/key-cap.tsx';
import { ScreenFrame } from '../../components/screen-frame.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { momentWords } from '../../../shared/messages/moment-words.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { createShiftStore, type ShiftState } from '../../state/shift-store.ts';
import { useLiveStore } from '../../state/use-live-store.ts';
import { CloseDialog } from './close-dialog.tsx';
import { ClosedList } from './closed-list.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { ShiftReportView } from './shift-report-view.tsx';
import { StartChecklist } from './start-checklist.tsx';
import styles from './shift-screen.module.css';
import { HAND_OVER_PATH } from './shift-paths.ts';
import { usePageCommands } from './use-page-commands.ts';
import { useExportShift } from './use-export-shift.ts';

const CHANGES: readonly EventName[] = ['shift.changed', 'outbox.changed', 'packing.changed'];

/** The start checklist until somebody has started, then what was done so far; and the shifts before. */
export function RunningShift() {
  const { t } = useTranslation('shift');
  const store = useLiveStore(createShiftStore, CHANGES);
  const state = useStore(store);
  const [noted, setNoted] = useState<ShiftParcel | null>(null);
  const [closing, setClosing] = useState(false);
  const { now, problem } = state;
  const quiet = noted !== null || closing;
  return (
    <ScreenFrame
      title={t('title')}
      subtitle={t('subtitle')}
      actions={<ShiftActions quiet={quiet} onClose={() => setClosing(true)} />}
    >
      <div className={styles.scroll}>
        {problem && <ProblemNotice problem={problem} />}
        {now === null && !problem && <p>{t('load')}</p>}
        {now && (
          <>
            {now.shift === null ? (
              <StartChecklist findings={now.findings} quiet={quiet} onStart={(found) => void state.start(found)} />
            ) : (
              <StartedLine shift={now.shift} />
            )}
            <ShiftReportView report={now.report} onNote={setNoted} />
            <ClosedList shifts={state.closed} everybody={state.everybody} />
          </>
        )}
      </div>
      {noted && <NoteDialog parcel={noted} onSave={saveNote(state)} onClose={() => setNoted(null)} />}
      {closing && now && <CloseDialog report={now.report} close={state.close} onClose={() => setClosing(false)} />}
    </ScreenFrame>
  );
}

const saveNote =
  (state: ShiftState) =>
  async (change: Parameters<ShiftState['noteDifference']>[0]): Promise<boolean> => {
    const saved = await state.noteDifference(change);
    if (saved) await state.load();
    return saved;
  };

/** What can be done with the running shift, each with its key. */
function ShiftActions({ quiet, onClose }: { readonly quiet: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('shift');
  const [, navigate] = useLocation();
  const exportShift = useExportShift(null);
  const handOver = (): void => navigate(HAND_OVER_PATH);
  usePageCommands(quiet ? {} : { F2: handOver, F4: onClose, F6: exportShift, F10: () => window.print() });
  return (
    <>
      <Button variant="default" size="md" leftSection={<KeyCap>F10</KeyCap>} onClick={() => window.print()}>
        {t('running.print')}
      </Button>
      <Button variant="default" size="md" leftSection={<KeyCap>F6</KeyCap>} onClick={exportShift}>
        {t('running.csv')}
      </Button>
      <Button variant="default" size="md" leftSection={<KeyCap>F4</KeyCap>} onClick={onClose}>
        {t('running.close')}
      </Button>
      <Button size="md" leftSection={<KeyCap>F2</KeyCap>} onClick={handOver}>
        {t('running.handOver')}
      </Button>
    </>
  );
}

/** Who started, and what was not in order then. */
export function StartedLine({ shift }: { readonly shift: ShiftView }) {
  const { t } = useTranslation('shift');
  const language = useLanguage();
  const named = (wanted: 'bad' | 'skipped'): string =>
    shift.checks
      .filter(({ result }) => result === wanted)
      .map(({ check }) => checkWords(check, language))
      .join(language === 'en' ? ', ' : '、');
  const [bad, skipped] = [named('bad'), named('skipped')];
  return (
    <div className={styles.started} data-testid="started">
      <strong>{t('running.since', { by: shift.startedBy, at: momentWords(shift.startedAt, language) })}</strong>
      {bad !== '' && <span data-tone="bad">{t('running.bad', { what: bad })}</span>}
      {skipped !== '' && <span data-tone="skipped">{t('running.skipped', { what: skipped })}</span>}
      {shift.note !== '' && <span>{shift.note}</span>}
    </div>
  );
}
