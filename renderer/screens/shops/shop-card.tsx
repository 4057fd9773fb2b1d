import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ShopView } from '../../../shared/contract/shops.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { capabilitiesOf } from '../../../shared/domain/platforms/platform-list.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useClient } from '../../state/app-state.tsx';
import type { JobsStore } from '../../state/jobs-store.ts';
import type { ShopsStore } from '../../state/shops-store.ts';
import { AuthorisePanel } from './authorise-panel.tsx';
import { GateNote } from './gate-note.tsx';
import { PullProgress } from './pull-progress.tsx';
import styles from './shop-card.module.css';
import { ShopFacts } from './shop-facts.tsx';
import { ShopMenu } from './shop-menu.tsx';
import { ShopStateBadge } from './shop-state-badge.tsx';
import { type ShopWindow, ShopWindows } from './shop-windows.tsx';
import { UnreadOrders } from './unread-orders.tsx';
import { TestResult } from './test-result.tsx';
import { useKindName } from './use-kind-name.ts';

/** One shop: its state, its figures, and everything that can be done with it. */
export function ShopCard(props: { readonly shop: ShopView; readonly store: ShopsStore; readonly jobs: JobsStore }) {
  const { shop, store, jobs } = props;
  const { t } = useTranslation('shops');
  const client = useClient();
  const test = useStore(store, (state) => state.tests[shop.id]);
  const [open, setOpen] = useState<ShopWindow | null>(null);
  const [pullId, setPullId] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const pull = async (): Promise<void> => {
    const answer = await jobs.getState().pull(shop);
    setProblem(answer.ok ? null : answer.error);
    if (answer.ok) setPullId(answer.value.id);
  };
  const setPaused = async (pause: boolean): Promise<void> => {
    const answer = await (pause ? client.shops.pause({ shop: shop.id }) : client.shops.resume({ shop: shop.id }));
    setProblem(answer.ok ? null : answer.error);
    const message = t(pause ? 'done.paused' : 'done.resumed', { shop: shop.name });
    if (answer.ok) notifications.show({ message, color: 'dark' });
    await store.getState().load();
  };
  const spendOn = async (): Promise<void> => {
    const answer = await client.shops.agreeToSpend({ shop: shop.id });
    setProblem(answer.ok ? null : answer.error);
    await store.getState().load();
  };
  const link = shop.gateDetail?.link;
  return (
    <article className={styles.card} aria-labelledby={`shop-${shop.id}`}>
      <Head shop={shop} />
      {shop.gate !== null && !link && <GateNote shop={shop} gate={shop.gate} onSpendOn={() => void spendOn()} />}
      {link && <AuthorisePanel shop={shop} link={link} onChanged={store.getState().load} />}
      {shop.unread.length > 0 && <UnreadOrders orders={shop.unread} />}
      <ShopFacts shop={shop} />
      <div className={styles.actions}>
        <Button loading={test?.kind === 'running'} onClick={() => void store.getState().test(shop.id)}>
          {t('actions.test')}
        </Button>
        {capabilitiesOf(shop.platform).pullsOrders && (
          <Button variant="default" onClick={() => void pull()}>
            {t('actions.pull')}
          </Button>
        )}
        <Button variant="default" onClick={() => setOpen('carriers')}>
          {t('actions.carriers')}
        </Button>
        <ShopMenu shop={shop} onPause={(pause) => void setPaused(pause)} onOpen={setOpen} />
      </div>
      {problem && <ProblemNotice problem={problem} />}
      {test && test.kind !== 'running' && (
        <TestResult test={test} onClose={() => store.getState().forgetTest(shop.id)} />
      )}
      {pullId !== null && <PullProgress id={pullId} jobs={jobs} onClose={() => setPullId(null)} />}
      <ShopWindows shop={shop} open={open} onClose={() => setOpen(null)} onChanged={store.getState().load} />
    </article>
  );
}

function Head({ shop }: { readonly shop: ShopView }) {
  const { t } = useTranslation('shops');
  const { zh, en } = capabilitiesOf(shop.platform).names;
  const platform = useLanguage() === 'zh-CN' ? zh : en;
  const nameOf = useKindName();
  const kind = capabilitiesOf(shop.platform).shopKinds?.find(({ value }) => value === shop.kind);
  return (
    <header className={styles.head}>
      <h2 id={`shop-${shop.id}`}>{shop.name}</h2>
      <span className={styles.platform}>{kind ? `${nameOf(kind)} · ${platform}` : platform}</span>
      {shop.training && <span className={styles.practice}>{t('practiceTag')}</span>}
      <ShopStateBadge shop={shop} />
    </header>
  );
}
