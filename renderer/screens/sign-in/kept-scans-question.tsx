import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptScan } from '../../../shared/contract/operators.ts';
import type { ScanReading } from '../../../shared/contract/scans.ts';
import { byPointer } from '../../components/by-pointer.ts';
import { LockIcon } from '../../components/icons/lock-icon.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import { formatTime } from '../../components/format-time.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useScanTaker } from '../../scanning/use-scan-taker.ts';
import { useAppState, useClient, useSession } from '../../state/app-state.tsx';
import styles from './sign-in-screen.module.css';
import questionStyles from './kept-scans-question.module.css';

/**
 * What becomes of the codes that were scanned at a locked desk. Asked before any page is shown; codes scanned meanwhile
 * wait, so that the order of the bench stays the order of the hands. F-keys: no scanner sends them, and Enter does nothing.
 */
export function KeptScansQuestion({ count }: { readonly count: number }) {
  const { t } = useTranslation('signIn');
  const { session, packing } = useAppState();
  const problem = useSession((state) => state.problem);
  const scans = useKeptScans(count);
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  useScansPutOff();
  const settle = async (take: boolean): Promise<void> => {
    if (busy) return;
    setBusy(true);
    await session.getState().settleKept(take);
    await packing.getState().load();
    setBusy(false);
  };
  useTwoKeys((take) => void settle(take));
  return (
    <main className={styles.screen} data-testid="kept-scans">
      <header className={styles.head}>
        <LockIcon />
        <div>
          <h1>{t('keptQuestion', { count })}</h1>
          <p>{t('keptHint')}</p>
        </div>
      </header>
      <ol className={questionStyles.list}>
        {scans.map(({ no, at, text }) => (
          <li key={no}>
            <code>{text}</code>
            <span>{formatTime(at, language)}</span>
          </li>
        ))}
      </ol>
      {problem && <ProblemNotice problem={problem} />}
      <footer className={styles.keys}>
        <button type="button" disabled={busy} onClick={byPointer(() => void settle(true))}>
          <KeyCap>F1</KeyCap> {t('keptTake')}
        </button>
        <button type="button" disabled={busy} onClick={byPointer(() => void settle(false))}>
          <KeyCap>F4</KeyCap> {t('keptDrop')}
        </button>
      </footer>
    </main>
  );
}

/** F1 takes, F4 drops. */
function useTwoKeys(onDecide: (take: boolean) => void): void {
  const latest = useRef(onDecide);
  useEffect(() => {
    latest.current = onDecide;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F1' && event.key !== 'F4') return;
      event.preventDefault();
      latest.current(event.key === 'F1');
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** Keeps what is scanned while the question is open, and hands it to the bench afterwards. */
function useScansPutOff(): void {
  const { packing } = useAppState();
  const [line] = useState<{ readonly scan: string; readonly reading: ScanReading }[]>([]);
  useScanTaker((scan, reading) => line.push({ scan, reading }));
  useEffect(
    () => () => {
      for (const each of line.splice(0)) packing.getState().send(each);
    },
    [packing, line],
  );
}

function useKeptScans(count: number): readonly KeptScan[] {
  const client = useClient();
  const [scans, setScans] = useState<readonly KeptScan[]>([]);
  useEffect(() => {
    void client.operators.keptScans({}).then((answer) => {
      if (answer.ok) setScans(answer.value);
    });
  }, [client, count]);
  return scans;
}
