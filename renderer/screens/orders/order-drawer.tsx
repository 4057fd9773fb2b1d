import { Button, Drawer } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { OrderRow } from '../../../shared/contract/orders.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { PackIcon } from '../../components/icons/pack-icon.tsx';
import { WarningIcon } from '../../components/icons/warning-icon.tsx';
import { Notice } from '../../components/notice.tsx';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useAppState } from '../../state/app-state.tsx';
import { OrderDetail } from './order-detail.tsx';
import styles from './order-drawer.module.css';

/** One order in full, and the way to the bench with it. */
export function OrderDrawer({ row, onClose }: { readonly row: OrderRow; readonly onClose: () => void }) {
  const { t } = useTranslation('orders');
  const [, navigate] = useLocation();
  const { packing } = useAppState();
  const { order, problem } = useOrder(row);
  const pack = (): void => {
    packing.getState().send({ scan: row.orderId });
    navigate('/');
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="54rem"
      padding="lg"
      title={t('detail.title', { id: row.orderId })}
      closeButtonProps={{ 'aria-label': t('detail.close') }}
    >
      <div className={styles.body}>
        {row.left > 0 && (
          <Button size="lg" leftSection={<PackIcon />} onClick={pack} data-autofocus>
            {t('detail.pack')}
          </Button>
        )}
        {problem && (
          <Notice kind="failed" icon={<WarningIcon />} title={t('detail.failed')}>
            <ProblemNotice problem={problem} />
          </Notice>
        )}
        {!order && !problem && <Notice kind="loading" title={t('detail.loading')} />}
        {order && <OrderDetail order={order} shop={row.shop} />}
      </div>
    </Drawer>
  );
}

function useOrder(row: OrderRow): { readonly order: Order | null; readonly problem: Problem | null } {
  const { client } = useAppState().link;
  const [order, setOrder] = useState<Order | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { shopId, orderId } = row;
  useEffect(() => {
    let current = true;
    void client.orders.show({ shop: shopId, orderId }).then((answer) => {
      if (!current) return;
      if (answer.ok) setOrder(answer.value);
      else setProblem(answer.error);
    });
    return () => {
      current = false;
    };
  }, [client, shopId, orderId]);
  return { order, problem };
}
