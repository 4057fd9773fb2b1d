import { Button, Drawer, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShopView } from '../../../shared/contract/shops.ts';
import type { Carrier } from '../../../shared/domain/carrier.ts';
import { SearchBox } from '../../components/search-box.tsx';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useCarriers } from '../../state/use-carriers.ts';
import { CarrierChoices } from './carrier-choices.tsx';
import styles from './carriers-drawer.module.css';

/** The carriers a shop's own platform lists for it. */
export function CarriersDrawer(props: { readonly shop: ShopView; readonly onClose: () => void }) {
  const { t } = useTranslation('shops');
  const { shop } = props;
  const { carriers, problem, busy, refresh } = useCarriers(shop.id);
  const [search, setSearch] = useState('');
  const wanted = search.toLowerCase();
  const shown = carriers?.filter(({ code, name }) => `${code} ${name}`.toLowerCase().includes(wanted)) ?? [];
  const words = (): string => {
    if (carriers === null) return problem ? t('carriers.failed') : t('carriers.loading');
    if (carriers.length === 0) return t('carriers.empty');
    return shown.length === 0 ? t('carriers.noMatch') : t('carriers.count', { count: shown.length });
  };
  return (
    <Drawer
      opened
      onClose={props.onClose}
      position="right"
      size="40rem"
      padding="lg"
      title={t('carriers.title', { shop: shop.name })}
      closeButtonProps={{ 'aria-label': t('carriers.close') }}
    >
      <CarrierChoices shopId={shop.id} />
      <div className={styles.tools}>
        <SearchBox
          label={t('carriers.search')}
          placeholder={t('carriers.search')}
          clearLabel={t('carriers.clear')}
          value={search}
          onSearch={setSearch}
        />
        <Button variant="default" loading={busy} onClick={refresh}>
          {t('carriers.refresh')}
        </Button>
      </div>
      {problem && <ProblemNotice problem={problem} />}
      <p className={styles.count} role="status">
        {words()}
      </p>
      {shown.length > 0 && <CarrierTable carriers={shown} />}
    </Drawer>
  );
}

function CarrierTable({ carriers }: { readonly carriers: readonly Carrier[] }) {
  const { t } = useTranslation('shops');
  return (
    <Table striped>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('carriers.name')}</Table.Th>
          <Table.Th>{t('carriers.code')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {carriers.map(({ code, name }) => (
          <Table.Tr key={code}>
            <Table.Td>{name}</Table.Td>
            <Table.Td className={styles.code}>{code}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
