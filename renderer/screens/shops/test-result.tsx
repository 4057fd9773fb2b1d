import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProblemOf } from '../../../shared/contract/problem.ts';
import { describeProblem } from '../../../shared/messages/describe-problem.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { CheckIcon } from '../../components/icons/check-icon.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import type { ConnectionTest } from '../../state/shops-store.ts';
import styles from './test-result.module.css';
import { toldIp } from './told-ip.ts';

/** A platform refuses signatures and tokens when clocks differ by more than a few minutes. */
const SKEW_LIMIT_S = 60;

/** What a test of the connection came to: it works, or the exact step it stops at and what to do. */
export function TestResult(props: {
  readonly test: Exclude<ConnectionTest, { readonly kind: 'running' }>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('shops');
  const { test } = props;
  return (
    <section className={styles.result} data-kind={test.kind} aria-label={t('test.title')}>
      {test.kind === 'ok' ? (
        <div role="status">
          <p className={styles.ok}>
            <CheckIcon />
            {t('test.ok')}
          </p>
          <p>{t('test.okDetail', { carriers: test.carriers })}</p>
          {test.clockSkewSeconds !== null && (
            <p>
              {t(Math.abs(test.clockSkewSeconds) > SKEW_LIMIT_S ? 'test.skewBad' : 'test.skewOk', {
                seconds: Math.abs(test.clockSkewSeconds),
              })}
            </p>
          )}
        </div>
      ) : (
        <ProblemNotice problem={test.problem}>
          {test.problem.code === 'connection-failed' && <Details problem={test.problem} />}
        </ProblemNotice>
      )}
      <Button size="compact-sm" variant="default" onClick={props.onClose}>
        {t('test.close')}
      </Button>
    </section>
  );
}

/** Where it stopped, what the platform said, and what a support desk will ask for. */
function Details({ problem }: { readonly problem: ProblemOf<'connection-failed'> }) {
  const { t } = useTranslation('shops');
  const ip = problem.step === 'ip' ? toldIp(problem.message) : null;
  // Some sentences quote the platform already.
  const quoted = describeProblem(problem, useLanguage()).action.includes(problem.message);
  return (
    <div className={styles.details}>
      <p>
        {t('test.step')}: <strong>{t(`test.steps.${problem.step}`)}</strong>
      </p>
      {ip && (
        <p className={styles.ip}>
          {t('test.yourIp', { ip })}
          <CopyButton text={ip} label={t('test.copyIp')} copied={t('test.copied')} />
        </p>
      )}
      {!quoted && <p>{t('test.platformSaid', { message: problem.message })}</p>}
      <p className={styles.small}>
        {problem.platformCode !== '' && t('test.code', { code: problem.platformCode })}{' '}
        {problem.requestId !== '' && t('test.requestId', { id: problem.requestId })}
      </p>
    </div>
  );
}
