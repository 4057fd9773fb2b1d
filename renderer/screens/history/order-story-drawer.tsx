import { Button, Drawer } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderStory } from '../../../shared/contract/history.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { OrderStatus } from '../../../shared/domain/order.ts';
import { readFileBytes } from '../../api/upload-file.ts';
import { FactList } from '../../components/fact-list.tsx';
import { formatTime } from '../../components/format-time.ts';
import { WarningIcon } from '../../components/icons/warning-icon.tsx';
import { Notice } from '../../components/notice.tsx';
import { saveBlob } from '../../components/save-blob.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useAppState } from '../../state/app-state.tsx';
import { onChange } from '../../state/change-feed.ts';
import { useOpenPhoto } from '../../state/use-open-photo.ts';
import { evidenceZip } from './evidence.ts';
import { OrderTimeline } from './order-timeline.tsx';
import styles from './order-story.module.css';
import { StoryPackages } from './story-packages.tsx';

type Key = { readonly shopId: string; readonly orderId: string };

/** Everything known about an order: notes first, then its packages, then every event. */
export function OrderStoryDrawer({ onClose, ...key }: Key & { readonly onClose: () => void }) {
  const { t } = useTranslation('history');
  const { story, problem } = useStory(key);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="58rem"
      padding="lg"
      title={t('story.title', { id: key.orderId })}
      closeButtonProps={{ 'aria-label': t('story.close') }}
      classNames={{ title: styles.title }}
    >
      {problem && (
        <Notice kind="failed" icon={<WarningIcon />} title={t('story.failed')}>
          <ProblemNotice problem={problem} />
        </Notice>
      )}
      {!story && !problem && <Notice kind="loading" title={t('story.loading')} />}
      {story && <Story story={story} />}
    </Drawer>
  );
}

function Story({ story }: { readonly story: OrderStory }) {
  const { t } = useTranslation('history');
  const { t: orders } = useTranslation('orders');
  const { order } = story;
  const pieces = order?.lines.reduce((sum, { quantity }) => sum + quantity, 0) ?? 0;
  return (
    <div className={styles.story}>
      {(order?.sellerNote ?? '') !== '' && (
        <p className={styles.note}>
          <strong>{t('story.sellerNote')}</strong> {order?.sellerNote}
        </p>
      )}
      {(order?.note ?? '') !== '' && (
        <p className={styles.note}>
          <strong>{t('story.buyerNote')}</strong> {order?.note}
        </p>
      )}
      <FactList
        facts={[
          { label: orders('detail.shop'), value: story.shop },
          order && { label: orders('detail.status'), value: <StatusWords story={story} status={order.status} /> },
          order && {
            label: t('story.goods'),
            value: t('story.goodsValue', { title: order.lines[0]?.title ?? '', count: pieces }),
          },
        ]}
      />
      <section>
        <h2>{t('story.packages', { count: story.packages.length })}</h2>
        <StoryPackages packages={story.packages} />
      </section>
      <EvidenceButton story={story} />
      <section>
        <h2>{t('story.timeline')}</h2>
        <OrderTimeline story={story} />
      </section>
    </div>
  );
}

/** What the platform said last and when; a package it has confirmed since is told beside it, never contradicted. */
function StatusWords({ story, status }: { readonly story: OrderStory; readonly status: OrderStatus }) {
  const { t } = useTranslation(['history', 'orders']);
  const language = useLanguage();
  const { orderAsOf: asOf, packages } = story;
  const since = packages.filter(
    ({ row }) =>
      row.kind === 'send' && row.state === 'shipped' && (asOf === null || Date.parse(row.updatedAt) > Date.parse(asOf)),
  ).length;
  return (
    <>
      {t(`orders:statuses.${status}`)}
      {asOf !== null && ` ${t('history:story.asOf', { time: formatTime(asOf, language) })}`}
      {since > 0 && <strong className={styles.since}>{t('history:story.confirmedSince', { count: since })}</strong>}
    </>
  );
}

/** One archive for a dispute with buyer, courier or platform. */
function EvidenceButton({ story }: { readonly story: OrderStory }) {
  const { t } = useTranslation('history');
  const open = useOpenPhoto();
  const [busy, setBusy] = useState(false);
  if (story.packages.length === 0) return null;
  const save = async (): Promise<void> => {
    setBusy(true);
    saveBlob(
      await evidenceZip({ story, open, read: readFileBytes }),
      `${t('story.evidenceFile')}-${story.orderId}.zip`,
    );
    setBusy(false);
  };
  return (
    <div className={styles.evidence}>
      <Button variant="default" loading={busy} onClick={() => void save()}>
        {t('story.evidence')}
      </Button>
      <p className={styles.soft}>{t('story.evidenceHint')}</p>
    </div>
  );
}

/** The story, read again whenever anything in the outbox or the orders changes. */
function useStory({ shopId, orderId }: Key): { readonly story: OrderStory | null; readonly problem: Problem | null } {
  const { link } = useAppState();
  const [told, setTold] = useState<{ readonly story: OrderStory | null; readonly problem: Problem | null }>({
    story: null,
    problem: null,
  });
  useEffect(() => {
    let current = true;
    const load = async (): Promise<void> => {
      const answer = await link.client.history.story({ shopId, orderId });
      if (!current) return;
      setTold(answer.ok ? { story: answer.value, problem: null } : { story: null, problem: answer.error });
    };
    void load();
    const stop = onChange(link, ['outbox.changed', 'orders.changed'], load);
    return () => {
      current = false;
      stop();
    };
  }, [link, shopId, orderId]);
  return told;
}
