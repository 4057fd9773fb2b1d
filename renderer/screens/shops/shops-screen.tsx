import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import type { EventName } from '../../../shared/contract/event.ts';
import type { ShopView } from '../../../shared/contract/shops.ts';
import { LockIcon } from '../../components/icons/lock-icon.tsx';
import { PlusIcon } from '../../components/icons/plus-icon.tsx';
import { ShopsIcon } from '../../components/icons/shops-icon.tsx';
import { WarningIcon } from '../../components/icons/warning-icon.tsx';
import { Notice } from '../../components/notice.tsx';
import { ScreenFrame } from '../../components/screen-frame.tsx';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { createJobsStore, type JobsStore } from '../../state/jobs-store.ts';
import { readScreenHint } from '../../state/screen-hint.ts';
import { createShopsStore, type ShopsStore } from '../../state/shops-store.ts';
import { useLiveStore } from '../../state/use-live-store.ts';
import { useSystemInfo } from '../../state/use-system-info.ts';
import { AddShopDialog } from './dialogs/add-shop-dialog.tsx';
import { ShopCard } from './shop-card.tsx';
import styles from './shops-screen.module.css';

const SHOP_NAMES: readonly EventName[] = ['shops.changed', 'outbox.changed', 'orders.changed', 'training.changed'];
const JOB_NAMES: readonly EventName[] = ['jobs.changed'];

/** The shops of this desk: whether they work, why not, and what to do about it. */
export function ShopsScreen() {
  const { t } = useTranslation('shops');
  const store = useLiveStore(createShopsStore, SHOP_NAMES);
  const jobs = useLiveStore(createJobsStore, JOB_NAMES);
  const vault = useSystemInfo()?.vault;
  const [adding, setAdding] = useState(() => readScreenHint().open === 'add');
  const added = (shop: ShopView): void => {
    setAdding(false);
    void store.getState().load();
    void store.getState().test(shop.id);
  };
  return (
    <ScreenFrame
      title={t('title')}
      subtitle={t('subtitle')}
      actions={
        <Button leftSection={<PlusIcon />} disabled={vault?.available === false} onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      }
    >
      {vault?.available === false && (
        <Alert
          color="red"
          variant="outline"
          icon={<LockIcon />}
          title={t('vault.title')}
          className={styles.vault ?? ''}
        >
          {t('vault.body', { backend: vault.backend })}
        </Alert>
      )}
      <ShopList store={store} jobs={jobs} onAdd={() => setAdding(true)} />
      {adding && <AddShopDialog onAdded={added} onClose={() => setAdding(false)} />}
    </ScreenFrame>
  );
}

function ShopList(props: { readonly store: ShopsStore; readonly jobs: JobsStore; readonly onAdd: () => void }) {
  const { t } = useTranslation('shops');
  const [, navigate] = useLocation();
  const { phase, problem, shops, load } = useStore(props.store);
  if (phase === 'loading') return <Notice kind="loading" title={t('loading')} />;
  if (phase === 'failed')
    return (
      <Notice kind="failed" icon={<WarningIcon />} title={t('loadFailed')}>
        {problem && <ProblemNotice problem={problem} />}
        <Button onClick={() => void load()}>{t('retryLoad')}</Button>
      </Notice>
    );
  if (shops.length === 0)
    return (
      <Notice kind="empty" icon={<ShopsIcon />} title={t('empty')} text={t('emptyHint')}>
        <Button leftSection={<PlusIcon />} onClick={props.onAdd}>
          {t('add')}
        </Button>
        <Button variant="default" onClick={() => navigate('/settings')}>
          {t('practise')}
        </Button>
      </Notice>
    );
  return (
    <div className={styles.scroll} role="region" aria-label={t('listLabel')}>
      <ul className={styles.list}>
        {shops.map((shop) => (
          <li key={shop.id}>
            <ShopCard shop={shop} store={props.store} jobs={props.jobs} />
          </li>
        ))}
      </ul>
    </div>
  );
}
