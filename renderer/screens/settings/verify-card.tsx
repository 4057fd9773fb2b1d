import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckIcon } from '../../components/icons/check-icon.tsx';
import { CrossIcon } from '../../components/icons/cross-icon.tsx';
import { ShieldIcon } from '../../components/icons/shield-icon.tsx';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useClient } from '../../state/app-state.tsx';
import { useTask } from '../../state/use-task.ts';
import { SettingCard } from './setting-card.tsx';
import styles from './setting-card.module.css';
import { type VerifyReport, verifyResults } from './verify-results.ts';

/** The full check of everything kept on this machine, in words anybody can read out over the phone. */
export function VerifyCard() {
  const { t } = useTranslation('settings');
  const client = useClient();
  const { busy, problem, run } = useTask();
  const [report, setReport] = useState<VerifyReport | null>(null);
  const verify = async (): Promise<void> => {
    const answer = await run(client.system.verify({}));
    setReport(answer.ok ? answer.value : null);
  };
  return (
    <SettingCard title={t('verify.title')} icon={<ShieldIcon />}>
      <p className={styles.hint}>{t('verify.hint')}</p>
      <div className={styles.row}>
        <Button variant="default" loading={busy} onClick={() => void verify()}>
          {t('verify.run')}
        </Button>
      </div>
      {problem && <ProblemNotice problem={problem} />}
      {report && <Report report={report} />}
    </SettingCard>
  );
}

function Report({ report }: { readonly report: VerifyReport }) {
  const { t } = useTranslation('settings');
  const results = verifyResults(report, t);
  const wrong = results.filter(({ good }) => !good).length;
  return (
    <div role="status">
      <p className={wrong === 0 ? styles.good : styles.bad}>
        {wrong === 0 ? <CheckIcon /> : <CrossIcon />}
        <strong>{wrong === 0 ? t('verify.allGood') : t('verify.problems', { count: wrong })}</strong>
      </p>
      <dl className={styles.results}>
        {results.map(({ name, good, words }) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd className={good ? styles.good : styles.bad}>
              {good ? <CheckIcon /> : <CrossIcon />}
              {words}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
