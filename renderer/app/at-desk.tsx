import { Activity, useEffect } from 'react';
import { useLocation } from 'wouter';
import type { SessionView } from '../../shared/contract/operators.ts';
import { ProblemNotice } from '../problems/problem-notice.tsx';
import { KeptScansQuestion } from '../screens/sign-in/kept-scans-question.tsx';
import { LeaveDialog } from '../screens/sign-in/leave-dialog.tsx';
import { SignInScreen } from '../screens/sign-in/sign-in-screen.tsx';
import { HAND_OVER_PATH } from '../screens/shift/shift-paths.ts';
import { useAppState, useSession } from '../state/app-state.tsx';
import { BlurredCover } from './blurred-cover.tsx';
import { IdleCover } from './idle-cover.tsx';
import { useKeptPage } from './kept-page.ts';
import { RecoveryNotice } from './recovery-bar.tsx';
import { PACK_PATH } from './routes.tsx';
import { Shell } from './shell.tsx';
import { useScanning } from './use-scanning.ts';

/**
 * The pages, or who are you. Scanning runs through it all and is never put down, so that a code whose first half came
 * before signing in is still one code.
 */
export function AtDesk() {
  useScanning();
  const state = useAppState();
  const session = useSession((slice) => slice.session);
  const problem = useSession((slice) => slice.problem);
  const handingOver = useSession((slice) => slice.handingOver);
  const access = session?.access;
  const person = session?.operator?.id;
  useEffect(() => {
    if (access === undefined || access === 'anyone') return;
    void state.status.getState().load();
    void state.packing.getState().load();
  }, [state, access, person]);
  const asked = session?.state === 'signed-in' && (handingOver || asksWho(problem?.code));
  const unknown = session !== null && (!isWorking(session) || asked);
  const covered = unknown || (session?.keptScans ?? 0) > 0;
  const [path] = useLocation();
  const kept = useKeptPage(session, covered);
  if (session === null) return problem && <ProblemNotice problem={problem} />;
  return (
    <>
      {kept && (
        // Hidden pages keep what was typed and nothing else: no key, no scan and no news reaches them.
        <Activity key={kept.no} mode={covered ? 'hidden' : 'visible'}>
          <Shell />
        </Activity>
      )}
      {unknown && <SignInScreen session={session} notice={<RecoveryNotice />} />}
      {!unknown && covered && <KeptScansQuestion count={session.keptScans} />}
      {!covered && <LeaveDialog />}
      {(covered || SCANNING_PAGES.has(path)) && <BlurredCover />}
      {!covered && session.state === 'signed-in' && <IdleCover />}
    </>
  );
}

/** Where a packer scans without looking at the keyboard. The other pages may be read beside another window. */
const SCANNING_PAGES: ReadonlySet<string> = new Set([PACK_PATH, HAND_OVER_PATH]);

const isWorking = ({ state }: SessionView): boolean => state === 'open' || state === 'signed-in';

/** A badge was shown that needs a PIN, or that nobody knows. */
const asksWho = (code: string | undefined): boolean => code === 'pin-needed' || code === 'badge-unknown';
