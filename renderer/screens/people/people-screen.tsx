import { Button } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorView } from '../../../shared/contract/operators.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { fileAddress } from '../../api/upload-file.ts';
import { PrinterIcon } from '../../components/icons/printer-icon.tsx';
import { ScreenFrame } from '../../components/screen-frame.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useAppState, useClient } from '../../state/app-state.tsx';
import { onChange } from '../../state/change-feed.ts';
import { AddPerson } from './add-person.tsx';
import { PersonRow } from './person-row.tsx';
import styles from './people-screen.module.css';

/** Who may work here, what each may do, and their badges. */
export function PeopleScreen() {
  const { t } = useTranslation('people');
  const client = useClient();
  const language = useLanguage();
  const { people, problem, act } = usePeople();
  const active = people.filter((person) => person.active);
  const admins = active.filter(({ role }) => role === 'admin').length;
  const printBadges = async (): Promise<void> => {
    const sheet = await act(client.operators.badgeSheet({ ids: active.map(({ id }) => id), language }));
    if (sheet) window.open(fileAddress(sheet.fileId), '_blank', 'noopener');
  };
  return (
    <ScreenFrame
      title={t('title')}
      subtitle={t('subtitle')}
      actions={
        <Button
          variant="default"
          leftSection={<PrinterIcon />}
          disabled={active.length === 0}
          onClick={() => void printBadges()}
        >
          {t('printAll')}
        </Button>
      }
    >
      <div className={styles.scroll}>
        {people.length === 0 && <p className={styles.advice}>{t('first')}</p>}
        {admins === 1 && <p className={styles.advice}>{t('secondAdmin')}</p>}
        {problem && <ProblemNotice problem={problem} />}
        <ul className={styles.list} aria-label={t('title')}>
          {people.map((person) => (
            <PersonRow key={person.id} person={person} act={act} />
          ))}
        </ul>
        <AddPerson isFirst={people.length === 0} act={act} />
      </div>
    </ScreenFrame>
  );
}

/** Runs a call; its problem is shown on the page. */
export type Act = <Value>(call: Promise<Result<Value, Problem>>) => Promise<Value | null>;

function usePeople() {
  const { link } = useAppState();
  const [people, setPeople] = useState<readonly OperatorView[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const load = useCallback(async (): Promise<void> => {
    const answer = await link.client.operators.list({});
    if (answer.ok) setPeople(answer.value);
    else setProblem(answer.error);
  }, [link]);
  useEffect(() => {
    const first = window.setTimeout(() => void load(), 0);
    const stop = onChange(link, ['operators.changed'], load);
    return () => {
      window.clearTimeout(first);
      stop();
    };
  }, [link, load]);
  const act: Act = async (call) => {
    const answer = await call;
    setProblem(answer.ok ? null : answer.error);
    return answer.ok ? answer.value : null;
  };
  return { people, problem, act };
}
