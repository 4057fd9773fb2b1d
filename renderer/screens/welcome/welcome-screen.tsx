import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { Language } from '../../../shared/contract/system.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useAppState, useStatus } from '../../state/app-state.tsx';
import { DataBack } from './data-back.tsx';
import { LanguageStep } from './language-step.tsx';
import { StartStep } from './start-step.tsx';
import styles from './welcome-screen.module.css';

/**
 * The first minute with the app: which language, then practice or a real shop. It stays until one of the two was taken,
 * so that nobody lands on an empty bench. Where the data had to be built anew without any backup the language went with
 * it, and only that is asked.
 */
export function WelcomeScreen() {
  const { settings, status } = useAppState();
  const [, navigate] = useLocation();
  const [step, setStep] = useState<'language' | 'start'>('language');
  const [problem, setProblem] = useState<Problem | null>(null);
  const recovered = useStatus((slice) => slice.status?.alarms.some(({ kind }) => kind === 'recovered') ?? false);
  useEffect(() => void status.getState().load(), [status]);
  const chooseLanguage = async (language: Language): Promise<void> => {
    const saved = await settings.getState().set('ui.language', language);
    setProblem(saved ? null : settings.getState().problem);
    if (saved && recovered) await leave('/');
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
        {recovered && <DataBack />}
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
