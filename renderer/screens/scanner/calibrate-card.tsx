import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/contract/problem.ts';
import { CheckIcon } from '../../components/icons/check-icon.tsx';
import { WarningIcon } from '../../components/icons/warning-icon.tsx';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { calibrate, TEST_SCANS } from '../../scanning/calibrate.ts';
import { useScanner, useScannerStore } from '../../scanning/scanner-context.tsx';
import { useClient } from '../../state/app-state.tsx';
import { Card } from './card.tsx';
import { ProfileFacts } from './profile-facts.tsx';
import styles from './scanner-screen.module.css';
import { TestBarcode } from './test-barcode.tsx';
import type { useScanWatch } from './use-scan-watch.ts';

/** Five scans of one code tell how this bench's scanner types. */
export function CalibrateCard({ watch }: { readonly watch: ReturnType<typeof useScanWatch> }) {
  const { t } = useTranslation('scanner');
  const scanner = useScannerStore();
  const saved = useScanner((state) => state.profile);
  const client = useClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const done = watch.tests.length >= TEST_SCANS;
  const found = done ? calibrate(watch.tests, '') : null;
  const save = async (): Promise<void> => {
    if (!found) return;
    const answer = await client.scans.saveProfile({ ...found, calibratedAt: new Date().toISOString() });
    setProblem(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    scanner.setState({ profile: answer.value.profile });
    watch.restart();
  };
  return (
    <Card title={t('calibrate.title')}>
      <p>{t('calibrate.hint', { count: TEST_SCANS })}</p>
      <TestBarcode label={t('calibrate.barcode')} />
      <ol className={styles.steps} aria-label={t('calibrate.progress', { done: watch.tests.length, all: TEST_SCANS })}>
        {Array.from({ length: TEST_SCANS }, (_, index) => (
          <li key={index} data-done={index < watch.tests.length || undefined}>
            {index < watch.tests.length ? <CheckIcon /> : index + 1}
          </li>
        ))}
      </ol>
      <p
        role="status"
        className={styles.says}
        data-warn={watch.refusal !== null || watch.unended !== null || undefined}
      >
        {(watch.refusal !== null || watch.unended !== null) && <WarningIcon />}
        {t(sentenceOf(watch))}
      </p>
      {found && <ProfileFacts profile={found} />}
      {!found && saved && (
        <>
          <h3>{t('calibrate.saved')}</h3>
          <ProfileFacts profile={saved} />
        </>
      )}
      {problem && <ProblemNotice problem={problem} />}
      <div className={styles.row}>
        {done && <Button onClick={() => void save()}>{t('calibrate.save')}</Button>}
        {watch.tests.length > 0 && (
          <Button variant="default" onClick={watch.restart}>
            {t('calibrate.again')}
          </Button>
        )}
        <Button variant="default" onClick={() => window.print()}>
          {t('calibrate.print')}
        </Button>
      </div>
    </Card>
  );
}

function sentenceOf(watch: ReturnType<typeof useScanWatch>) {
  if (watch.refusal !== null) return `calibrate.refused.${watch.refusal}` as const;
  if (watch.unended !== null) return 'calibrate.noSuffix' as const;
  if (watch.tests.length === 0) return 'calibrate.start' as const;
  return watch.tests.length < TEST_SCANS ? ('calibrate.goOn' as const) : ('calibrate.done' as const);
}
