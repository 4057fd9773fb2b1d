import { useTranslation } from 'react-i18next';
import { PersonIcon } from '../components/icons/person-icon.tsx';
import { Pill } from '../components/pill.tsx';
import { useAppState, useSession } from '../state/app-state.tsx';

/** Who works here and as what; leads to handing over, locking and signing out. Nothing where nobody is set up. */
export function OperatorPill() {
  const { t } = useTranslation('signIn');
  const { handOver } = useAppState().session.getState();
  const session = useSession((state) => state.session);
  if (!session?.operator) return null;
  const { name } = session.operator;
  return (
    <Pill icon={<PersonIcon />} short={name} onPress={() => handOver(true)}>
      {t('pill', { name, role: t(`roles.${session.access}`) })}
    </Pill>
  );
}
