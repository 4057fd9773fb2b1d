import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'wouter';
import { useStore } from 'zustand';
import type { EventName } from '../../../shared/contract/event.ts';
import type { OpRow } from '../../../shared/contract/outbox.ts';
import { ClockIcon } from '../../components/icons/clock-icon.tsx';
import { PersonIcon } from '../../components/icons/person-icon.tsx';
import { Notice } from '../../components/notice.tsx';
import { PagedList } from '../../components/paged-list.tsx';
import { ScreenFrame } from '../../components/screen-frame.tsx';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { createHistoryStore, EVERYTHING, type HistoryFilter, type HistoryStore } from '../../state/history-store.ts';
import { orderPath } from '../../state/order-path.ts';
import { readScreenHint } from '../../state/screen-hint.ts';
import { useLiveStore } from '../../state/use-live-store.ts';
import { FindButton } from './find-button.tsx';
import { FiguresDialog } from './figures-dialog.tsx';
import { HistoryFilters } from './history-filters.tsx';
import { HistoryLine } from './history-line.tsx';
import { OrderStoryDrawer } from './order-story-drawer.tsx';

const NAMES: readonly EventName[] = ['outbox.changed'];
const ROW_REM = 4.6;

/** What was packed here, newest first, and the whole story of any order. */
export function HistoryScreen() {
  const { t } = useTranslation('history');
  const [, navigate] = useLocation();
  const { shopId, orderId } = useParams<{ readonly shopId?: string; readonly orderId?: string }>();
  const [figures, setFigures] = useState(false);
  const store = useLiveStore((client) => createHistoryStore(client, askedBefore()), NAMES);
  const { rows, next, building } = useStore(store);
  return (
    <ScreenFrame
      title={t('title')}
      subtitle={t('subtitle')}
      actions={
        <Button variant="default" leftSection={<PersonIcon />} onClick={() => setFigures(true)}>
          {t('figures.open')}
        </Button>
      }
      search={<FindButton />}
      toolbar={<HistoryFilters store={store} />}
      foot={
        <span role="status">
          {building ? t('building') : t(next === null ? 'shown' : 'shownMore', { count: rows.length })}
        </span>
      }
    >
      <List store={store} onOpen={(row) => navigate(orderPath(row))} />
      {shopId !== undefined && orderId !== undefined && (
        <OrderStoryDrawer
          shopId={decodeURIComponent(shopId)}
          orderId={decodeURIComponent(orderId)}
          onClose={() => navigate('/history', { replace: true })}
        />
      )}
      {figures && <FiguresDialog onClose={() => setFigures(false)} />}
    </ScreenFrame>
  );
}

/** What the page before asked for: a person, a shop or a carrier. */
function askedBefore() {
  const { narrow } = readScreenHint();
  return narrow === undefined ? EVERYTHING : { ...EVERYTHING, state: 'all' as const, [narrow.by]: narrow.value };
}

const isEverything = (filter: HistoryFilter): boolean => JSON.stringify(filter) === JSON.stringify(EVERYTHING);

function List({ store, onOpen }: { readonly store: HistoryStore; readonly onOpen: (row: OpRow) => void }) {
  const { t } = useTranslation('history');
  const list = useStore(store);
  return (
    <PagedList
      list={list}
      problem={list.problem && <ProblemNotice problem={list.problem} />}
      words={{ loading: t('loading'), failed: t('loadFailed'), retry: t('retryLoad') }}
      nothing={<Nothing store={store} />}
      label={t('listLabel')}
      keyOf={(row) => row.id}
      rowRem={ROW_REM}
      renderItem={(row) => <HistoryLine row={row} />}
      onOpen={onOpen}
    />
  );
}

function Nothing({ store }: { readonly store: HistoryStore }) {
  const { t } = useTranslation('history');
  const { filter, narrow } = useStore(store);
  if (isEverything(filter))
    return <Notice kind="empty" icon={<ClockIcon />} title={t('nothing')} text={t('nothingHint')} />;
  return (
    <Notice kind="empty" icon={<ClockIcon />} title={t('empty')} text={t('emptyHint')}>
      <Button variant="default" onClick={() => void narrow(EVERYTHING)}>
        {t('clearFilter')}
      </Button>
    </Notice>
  );
}
