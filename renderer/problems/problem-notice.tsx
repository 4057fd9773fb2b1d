import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Problem } from '../../shared/contract/problem.ts';
import { describeProblem } from '../../shared/messages/describe-problem.ts';
import { WarningIcon } from '../components/icons/warning-icon.tsx';
import { useLanguage } from '../i18n/use-language.ts';

/** What went wrong and what to do now, in the language on screen; the code stays readable for a phone call. */
export function ProblemNotice({ problem, children }: { readonly problem: Problem; readonly children?: ReactNode }) {
  const { title, action } = describeProblem(problem, useLanguage());
  return (
    <Alert color="red" variant="light" icon={<WarningIcon />} title={title} role="alert" data-code={problem.code}>
      {action}
      {problem.code === 'internal' && <code> {problem.ref}</code>}
      {children}
    </Alert>
  );
}
