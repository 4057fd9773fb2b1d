import { Button } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { EventName } from '../../../shared/contract/event.ts';
import type { OrderRow } from '../../../shared/contract/orders.ts';
import { FileIcon } from '../../components/icons/file-icon.tsx';
import { ScreenFrame } from '../../components/screen-frame.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { createJobsStore } from '../../state/jobs-store.ts';
import { createOrdersStore } from '../../state/orders-store.ts';
import { useLiveStore } from '../../state/use-live-store.ts';
import { ImportDialog } from './import-dialog.tsx';
import { OrderDrawer } from './order-drawer.tsx';
import { OrderList } from './order-list.tsx';
import { OrdersToolbar } from './orders-toolbar.tsx';
import { PullBar } from './pull-bar.tsx';
import { PullButton } from './pull-button.tsx';
import { useDroppedFile } from './use-dropped-file.ts';

const ORDER_NAMES: readonly EventName[] = ['orders.changed', 'outbox.changed'];
const JOB_NAMES: readonly EventName[] = ['jobs.changed'];

/** Orders to pack, the most urgent first; how they come in; and each one in full. */
export function OrdersScreen() {
  const { t } = useTranslation('orders');
  const store = useLiveStore(createOrdersStore, ORDER_NAMES);
  const jobs = useLiveStore(createJobsStore, JOB_NAMES);
  const { total, search } = useStore(store);
  const [open, setOpen] = useState<OrderRow | null>(null);
  const [importing, setImporting] = useState<{ readonly file: File | null } | null>(null);
  const dropping = useDroppedFile(
    useCallback((file: File) => setImporting({ file }), []),
    importing === null,
  );
  return (
    <ScreenFrame
      title={t('title')}
      subtitle={t('subtitle')}
      actions={
        <>
          <PullButton jobs={jobs} />
          <Button leftSection={<FileIcon />} onClick={() => setImporting({ file: null })}>
            {t('import')}
          </Button>
        </>
      }
      search={
        <SearchBox
          label={t('searchLabel')}
          placeholder={t('search')}
          clearLabel={t('clearSearch')}
          value={search}
          onSearch={store.getState().find}
        />
      }
      toolbar={<OrdersToolbar store={store} />}
      foot={
        <>
          <span role="status">{t('total', { count: total })}</span>
          <PullBar jobs={jobs} />
        </>
      }
    >
      <OrderList store={store} dropping={dropping} onOpen={setOpen} />
      {open && <OrderDrawer row={open} onClose={() => setOpen(null)} />}
      {importing && <ImportDialog first={importing.file} onClose={() => setImporting(null)} />}
    </ScreenFrame>
  );
}
