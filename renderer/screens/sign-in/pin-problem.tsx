import type { Problem } from '../../../shared/contract/problem.ts';
import { describeProblem } from '../../../shared/messages/describe-problem.ts';
import { WarningIcon } from '../../components/icons/warning-icon.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './sign-in-screen.module.css';
import { useTranslation } from 'react-i18next';

/** Why the last try came to nothing, with the seconds that are left. It stays until the next try; no key closes it. */
export function PinProblem({ problem, waitSeconds }: { readonly problem: Problem; readonly waitSeconds: number }) {
  const { t } = useTranslation('signIn');
  const language = useLanguage();
  const waits = 'seconds' in problem;
  const { title, action } = describeProblem(waits ? { ...problem, seconds: waitSeconds } : problem, language);
  return (
    <div
      className={styles.problem}
      role="alert"
      data-code={problem.code}
      data-kept={problem.code === 'scan-kept' || undefined}
    >
      <WarningIcon />
      <strong>{waits && waitSeconds === 0 && problem.code === 'pin-wait' ? t('tryNow') : title}</strong>
      <span>{waits && waitSeconds === 0 ? t('tryNow') : action}</span>
    </div>
  );
}
