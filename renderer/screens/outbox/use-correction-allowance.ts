import { useEffect, useState } from 'react';
import type { OpRow } from '../../../shared/contract/outbox.ts';
import type { OpState } from '../../../shared/domain/op.ts';
import { capabilitiesOf } from '../../../shared/domain/platforms/platform-list.ts';
import { useClient } from '../../state/app-state.tsx';

export type CorrectionAllowance = { readonly left: number; readonly limit: number };

/** A change that certainly did not happen costs nothing. */
const FREE: readonly OpState[] = ['cancelled', 'rejected'];

/** How many waybill changes an order has left as far as this desk knows; null until known or where nothing limits them. */
export function useCorrectionAllowance(row: OpRow): CorrectionAllowance | null {
  const client = useClient();
  const [used, setUsed] = useState<number | null>(null);
  const { shopId, orderId, platform } = row;
  useEffect(() => {
    let current = true;
    void client.outbox.list({ search: orderId, limit: 1000 }).then((answer) => {
      if (!current || !answer.ok) return;
      const changes = answer.value.rows.filter((other) => other.kind === 'correct' && !FREE.includes(other.state));
      setUsed(changes.filter((other) => other.shopId === shopId && other.orderId === orderId).length);
    });
    return () => {
      current = false;
    };
  }, [client, shopId, orderId]);
  const limit = capabilitiesOf(platform).corrections;
  return used === null || limit === 0 ? null : { left: Math.max(0, limit - used), limit };
}
