import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { OrderRow } from '../../../shared/contract/orders.ts';
import { FileIcon } from '../../components/icons/file-icon.tsx';
import { OrdersIcon } from '../../components/icons/orders-icon.tsx';
import { SearchIcon } from '../../components/icons/search-icon.tsx';
import { Notice } from '../../components/notice.tsx';
import { PagedList } from '../../components/paged-list.tsx';
import { useNow } from '../../components/use-now.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useStatus } from '../../state/app-state.tsx';
import type { OrdersStore } from '../../state/orders-store.ts';
import { OrderLine } from './order-line.tsx';

const ROW_REM = 5;
const keyOf = (row: OrderRow): string => `${row.shopId} ${row.orderId}`;

type ListProps = {
  readonly store: OrdersStore;
  /** A file is being dragged over the window. */
  readonly dropping: boolean;
  readonly onOpen: (row: OrderRow) => void;
};

/** The orders, or why there are none to show. */
export function OrderList({ store, dropping, onOpen }: ListProps) {
  const { t } = useTranslation('orders');
  const list = useStore(store);
  const now = useNow(10_000);
  if (dropping)
    return <Notice kind="empty" icon={<FileIcon />} title={t('importer.drop')} text={t('importer.formats')} />;
  return (
    <PagedList
      list={list}
      problem={list.problem && <ProblemNotice problem={list.problem} />}
      words={{ loading: t('loading'), failed: t('loadFailed'), retry: t('retryLoad') }}
      nothing={<Nothing store={store} />}
      label={t('listLabel')}
      keyOf={keyOf}
      rowRem={ROW_REM}
      renderItem={(row) => <OrderLine row={row} now={now} />}
      onOpen={onOpen}
    />
  );
}

function Nothing({ store }: { readonly store: OrdersStore }) {
  const { t } = useTranslation('orders');
  const { filter, search, show } = useStore(store);
  const noShops = useStatus((state) => state.status?.shops.length === 0);
  if (search === '') {
    const hint = t(noShops ? 'pulls.noShops' : 'emptyHint');
    return <Notice kind="empty" icon={<OrdersIcon />} title={t('empty')} text={hint} />;
  }
  return (
    <Notice kind="empty" icon={<SearchIcon />} title={t('noMatch')} text={t('noMatchHint')}>
      {filter === 'to-pack' && (
        <Button variant="default" onClick={() => void show('all')}>
          {t('showAll')}
        </Button>
      )}
    </Notice>
  );
}
