import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fileAddress } from '../../api/upload-file.ts';
import { PrinterIcon } from '../../components/icons/printer-icon.tsx';
import { ScreenFrame } from '../../components/screen-frame.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useClient } from '../../state/app-state.tsx';
import { AddPerson } from './add-person.tsx';
import { NotAllowed } from './not-allowed.tsx';
import { PersonRow } from './person-row.tsx';
import { usePeople } from './use-people.ts';
import styles from './people-screen.module.css';

/** Who may work here, what each may do, and their badges. */
export function PeopleScreen() {
  const { t } = useTranslation('people');
  const client = useClient();
  const language = useLanguage();
  const { people, problem, act } = usePeople();
  const active = (people ?? []).filter((person) => person.active);
  const admins = active.filter(({ role }) => role === 'admin').length;
  const closed = problem?.code === 'not-allowed' && people === null;
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
      {closed ? (
        <NotAllowed />
      ) : (
        <div className={styles.scroll}>
          {people?.length === 0 && <p className={styles.advice}>{t('first')}</p>}
          {admins === 1 && <p className={styles.advice}>{t('secondAdmin')}</p>}
          {problem && <ProblemNotice problem={problem} />}
          <ul className={styles.list} aria-label={t('title')}>
            {people?.map((person) => (
              <PersonRow key={person.id} person={person} act={act} />
            ))}
          </ul>
          {people !== null && <AddPerson isFirst={people.length === 0} act={act} />}
        </div>
      )}
    </ScreenFrame>
  );
}
