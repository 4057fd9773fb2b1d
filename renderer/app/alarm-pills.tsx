import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Alarm } from '../../shared/contract/care.ts';
import { WarningIcon } from '../components/icons/warning-icon.tsx';
import { Pill } from '../components/pill.tsx';

/** Where each alarm is looked into. A recovery has a bar of its own. */
const PATHS: Readonly<Record<Exclude<Alarm['kind'], 'recovered'>, string>> = {
  'check-failed': '/settings',
  'disk-low': '/settings',
  'backup-failed': '/settings',
  'doubt-old': '/outbox',
  'orders-unread': '/shops',
};

/** What somebody has to know about the data, each in a pill that leads there. */
export function AlarmPills({ alarms }: { readonly alarms: readonly Alarm[] }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  return alarms.map(({ kind, level, count }) =>
    kind === 'recovered' ? null : (
      <Pill
        key={kind}
        tone={level === 'red' ? 'alarm' : 'wants-you'}
        icon={<WarningIcon />}
        short={t(`alarm.${kind}.short`)}
        onPress={() => navigate(PATHS[kind])}
      >
        {t(`alarm.${kind}.${level}`, { count })}
      </Pill>
    ),
  );
}
