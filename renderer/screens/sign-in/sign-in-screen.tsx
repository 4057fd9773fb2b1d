import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '../../../shared/contract/operators.ts';
import { LockIcon } from '../../components/icons/lock-icon.tsx';
import { PersonIcon } from '../../components/icons/person-icon.tsx';
import { ScannerIcon } from '../../components/icons/scanner-icon.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import { useScanTaker } from '../../scanning/use-scan-taker.ts';
import { useAppState, usePacking, useSession } from '../../state/app-state.tsx';
import { NOTHING_TYPED } from './entry.ts';
import { PeopleList, PinDots } from './person-and-pin.tsx';
import { PinProblem } from './pin-problem.tsx';
import styles from './sign-in-screen.module.css';
import { useEntry } from './use-entry.ts';
import { useWait } from './use-wait.ts';

/**
 * Who are you: a badge, or a number and a PIN. Shown instead of every page while nobody is signed in, and to somebody
 * signed in who hands the desk over. `notice`: what everybody has to know first.
 */
export function SignInScreen({ session, notice }: { readonly session: SessionView; readonly notice: ReactNode }) {
  const { t } = useTranslation('signIn');
  const state = useAppState();
  const problem = useSession((slice) => slice.problem);
  const [busy, setBusy] = useState(false);
  const wait = useWait(problem);
  const { signIn, handOver } = state.session.getState();
  const mayLeave = session.state === 'signed-in';
  const { entry, put } = useEntry({
    choices: { people: session.people.map(({ id }) => id), reasons: 0 },
    onLeave: mayLeave ? () => handOver(false) : undefined,
    onSubmit: ({ picked, pin }) => {
      if (busy || wait > 0 || picked === null) return;
      setBusy(true);
      put({ ...NOTHING_TYPED, picked });
      void signIn(picked, pin).finally(() => setBusy(false));
    },
  });
  // A scanner's digits are no PIN: what its keys picked and typed is taken back.
  useScanTaker((scan, reading) => {
    put(NOTHING_TYPED);
    state.packing.getState().send({ scan, reading, pinAsked: true });
  });
  useEffect(() => {
    if (problem?.code === 'pin-needed') put({ ...NOTHING_TYPED, picked: problem.operatorId });
    // Only a new problem picks somebody.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [problem]);
  return (
    <main className={styles.screen} data-state={session.state} data-testid="sign-in">
      {notice}
      <Head session={session} />
      <section className={styles.ways}>
        <p className={styles.badge}>
          <ScannerIcon />
          <strong>{t('scanBadge')}</strong>
        </p>
        <p className={styles.or}>{entry.picked === null ? t('orNumber') : t('thenPin')}</p>
        <PeopleList people={session.people} entry={entry} put={put} />
        <PinDots pin={entry.pin} active={entry.picked !== null} />
      </section>
      {problem && <PinProblem problem={problem} waitSeconds={wait} />}
      {mayLeave && <HandOverKeys />}
    </main>
  );
}

function Head({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation('signIn');
  const order = usePacking(({ view }) => (view?.step === 'saved' ? undefined : view?.order?.orderId));
  const locked = session.state === 'locked';
  return (
    <header className={styles.head}>
      {locked ? <LockIcon /> : <PersonIcon />}
      <div>
        <h1>{t(`title.${session.state === 'signed-in' ? 'handOver' : locked ? 'locked' : 'signedOut'}`)}</h1>
        <p>
          {session.operator && <span>{t('was', { name: session.operator.name })}</span>}
          {order !== undefined && <span>{t('orderKept', { order })}</span>}
          {session.keptScans > 0 && <span data-testid="kept-count">{t('kept', { count: session.keptScans })}</span>}
        </p>
      </div>
    </header>
  );
}

/** What somebody signed in can do with the desk. F-keys: no scanner sends them. */
function HandOverKeys() {
  const { t } = useTranslation('signIn');
  const { lock, signOut, handOver } = useAppState().session.getState();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F9' && event.key !== 'F10') return;
      event.preventDefault();
      void (event.key === 'F9' ? lock() : signOut());
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [lock, signOut]);
  return (
    <footer className={styles.keys}>
      <button type="button" onClick={() => handOver(false)}>
        <KeyCap>Esc</KeyCap> {t('back')}
      </button>
      <button type="button" onClick={() => void lock()}>
        <KeyCap>F9</KeyCap> {t('lock')}
      </button>
      <button type="button" onClick={() => void signOut()}>
        <KeyCap>F10</KeyCap> {t('signOut')}
      </button>
    </footer>
  );
}
