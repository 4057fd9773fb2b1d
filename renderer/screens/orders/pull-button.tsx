import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeProblem } from '../../../shared/messages/describe-problem.ts';
import { capabilitiesOf } from '../../../shared/domain/platforms/platform-list.ts';
import { RetryIcon } from '../../components/icons/retry-icon.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useStatus } from '../../state/app-state.tsx';
import type { JobsStore } from '../../state/jobs-store.ts';

/** Pulls what changed on every shop that can be pulled from. */
export function PullButton({ jobs }: { readonly jobs: JobsStore }) {
  const { t } = useTranslation('orders');
  const language = useLanguage();
  const shops = useStatus((state) => state.status?.shops);
  const [busy, setBusy] = useState(false);
  const able = shops?.filter((shop) => capabilitiesOf(shop.platform).pullsOrders) ?? [];
  const pullAll = async (): Promise<void> => {
    if (able.length === 0) return void notifications.show({ message: t('pulls.noShops'), color: 'dark' });
    setBusy(true);
    const answers = await Promise.all(able.map((shop) => jobs.getState().pull(shop)));
    setBusy(false);
    for (const [index, answer] of answers.entries())
      if (!answer.ok) {
        const { title, action } = describeProblem(answer.error, language);
        notifications.show({ title: `${able[index]?.name ?? ''}: ${title}`, message: action, color: 'red' });
      }
  };
  return (
    <Button variant="default" leftSection={<RetryIcon />} loading={busy} onClick={() => void pullAll()}>
      {t('pullAll')}
    </Button>
  );
}
