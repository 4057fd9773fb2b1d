import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LockIcon } from '../../components/icons/lock-icon.tsx';
import { Notice } from '../../components/notice.tsx';
import { useAppState } from '../../state/app-state.tsx';

/** What somebody sees who may not look at the people: who may, and the way for them to sign in here. */
export function NotAllowed() {
  const { t } = useTranslation('people');
  const { handOver } = useAppState().session.getState();
  return (
    <Notice kind="empty" icon={<LockIcon />} title={t('notAllowed.title')} text={t('notAllowed.text')}>
      <Button onClick={() => handOver(true)}>{t('notAllowed.signIn')}</Button>
    </Notice>
  );
}
