import { useEffect } from 'react';
import type { SessionView } from '../../shared/contract/operators.ts';
import { ProblemNotice } from '../problems/problem-notice.tsx';
import { KeptScansQuestion } from '../screens/sign-in/kept-scans-question.tsx';
import { LeaveDialog } from '../screens/sign-in/leave-dialog.tsx';
import { SignInScreen } from '../screens/sign-in/sign-in-screen.tsx';
import { useAppState, useSession } from '../state/app-state.tsx';
import { IdleCover } from './idle-cover.tsx';
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
  if (session === null) return problem && <ProblemNotice problem={problem} />;
  const asked = session.state === 'signed-in' && (handingOver || asksWho(problem?.code));
  if (!isWorking(session) || asked) return <SignInScreen session={session} />;
  if (session.keptScans > 0) return <KeptScansQuestion count={session.keptScans} />;
  return (
    <>
      <Shell />
      <LeaveDialog />
      {session.state === 'signed-in' && <IdleCover />}
    </>
  );
}

const isWorking = ({ state }: SessionView): boolean => state === 'open' || state === 'signed-in';

/** A badge was shown that needs a PIN, or that nobody knows. */
const asksWho = (code: string | undefined): boolean => code === 'pin-needed' || code === 'badge-unknown';
