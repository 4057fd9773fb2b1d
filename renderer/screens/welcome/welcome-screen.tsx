import { useState } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import type { EventName } from '../../../shared/contract/event.ts';
import type { Language } from '../../../shared/contract/system.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { isBuiltAnew } from '../../../shared/messages/describe-recovery.ts';
import { useAppState } from '../../state/app-state.tsx';
import { createRecoveryStore } from '../../state/recovery-store.ts';
import { useLiveStore } from '../../state/use-live-store.ts';
import { DataBack } from './data-back.tsx';
import { LanguageStep } from './language-step.tsx';
import { StartStep } from './start-step.tsx';
import styles from './welcome-screen.module.css';

const NAMES: readonly EventName[] = ['status.changed'];

/**
 * The first minute with the app: which language, then practice or a real shop. It stays until one of the two was taken,
 * so that nobody lands on an empty bench. Where the data had to be built anew without any backup the language went with
 * it, and only that is asked.
 */
export function WelcomeScreen() {
  const { settings } = useAppState();
  const [, navigate] = useLocation();
  const [step, setStep] = useState<'language' | 'start'>('language');
  const [problem, setProblem] = useState<Problem | null>(null);
  const report = useStore(useLiveStore(createRecoveryStore, NAMES), (slice) => slice.report);
  const builtAnew = report !== null && report.acknowledged === null && isBuiltAnew(report);
  const chooseLanguage = async (language: Language): Promise<void> => {
    const saved = await settings.getState().set('ui.language', language);
    setProblem(saved ? null : settings.getState().problem);
    if (saved && builtAnew) await leave('/');
    else if (saved) setStep('start');
  };
  const leave = async (to: '/' | '/shops'): Promise<void> => {
    navigate(to, { state: to === '/shops' ? { open: 'add' } : null });
    const saved = await settings.getState().set('ui.languageChosen', true);
    setProblem(saved ? null : settings.getState().problem);
  };
  return (
    <main className={styles.welcome}>
      <div className={styles.middle}>
        {builtAnew && <DataBack />}
        {step === 'language' ? (
          <LanguageStep onChoose={(language) => void chooseLanguage(language)} />
        ) : (
          <StartStep onBack={() => setStep('language')} onLeave={leave} />
        )}
        {problem && <ProblemNotice problem={problem} />}
      </div>
    </main>
  );
}
