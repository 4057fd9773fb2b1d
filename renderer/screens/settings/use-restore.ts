import { useState } from 'react';
import type { RecoveryReport } from '../../../shared/contract/care.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { useClient } from '../../state/app-state.tsx';

type Outcome = { readonly problem: Problem | null; readonly report: RecoveryReport | null };

/**
 * Puts a backup in place and waits until the desk is open again: calls made meanwhile are answered by what is open then.
 * `onSignedOut`: the people of the backup have to sign in before anything more can be told.
 */
export function useRestore({ name, onSignedOut }: { readonly name: string; readonly onSignedOut: () => void }) {
  const client = useClient();
  const [step, setStep] = useState<'asking' | 'restoring' | 'over'>('asking');
  const [outcome, setOutcome] = useState<Outcome>({ problem: null, report: null });
  const restore = async (): Promise<void> => {
    setStep('restoring');
    const before = await client.care.recovery({});
    const started = await client.care.restore({ name });
    if (!started.ok) {
      setOutcome({ problem: started.error, report: null });
      setStep('asking');
      return;
    }
    const after = await client.care.recovery({});
    if (!after.ok || !before.ok) {
      onSignedOut();
      return;
    }
    const { report } = after.value;
    const isNew = report?.cause === 'restored' && report.at !== before.value.report?.at;
    const problem = report?.failed?.problem ?? ({ code: 'restore-failed', detail: name } as const);
    setOutcome(isNew ? { problem: null, report } : { problem, report: null });
    setStep('over');
  };
  return { step, ...outcome, restore };
}
