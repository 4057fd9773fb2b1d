import { SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useStatus } from '../../state/app-state.tsx';
import type { OrdersStore } from '../../state/orders-store.ts';
import styles from './orders-screen.module.css';

/** What is shown: to pack or all, of which shop, and of these the late, the held, those with a note. */
export function OrdersToolbar({ store }: { readonly store: OrdersStore }) {
  const { t } = useTranslation('orders');
  const { filter, shopId, only, counts, show, narrow } = useStore(store);
  const shops = useStatus((state) => state.status?.shops) ?? [];
  const marks = ['late', 'held', 'noted'] as const;
  const countOf = (mark: (typeof marks)[number]): string =>
    mark === 'noted' || counts === null ? t(`only.${mark}`) : t(`onlyCount.${mark}`, { count: counts[mark] });
  return (
    <>
      <SegmentedControl
        aria-label={t('filterLabel')}
        className={styles.filter ?? ''}
        value={filter}
        onChange={(value) => void show(value === 'all' ? 'all' : 'to-pack')}
        data={[
          { value: 'to-pack', label: counts === null ? t('toPack') : t('toPackCount', { count: counts.toPack }) },
          { value: 'all', label: t('all') },
        ]}
      />
      <Select
        aria-label={t('onlyLabel')}
        className={styles.choice ?? ''}
        value={only ?? ''}
        allowDeselect={false}
        data={[{ value: '', label: t('only.any') }, ...marks.map((value) => ({ value, label: countOf(value) }))]}
        onChange={(value) => void narrow({ only: marks.find((mark) => mark === value) ?? null })}
      />
      {shops.length > 1 && (
        <Select
          aria-label={t('shopLabel')}
          className={styles.choice ?? ''}
          value={shopId}
          allowDeselect={false}
          data={[{ value: '', label: t('anyShop') }, ...shops.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(value) => void narrow({ shopId: value ?? '' })}
        />
      )}
    </>
  );
}
