import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpStory } from '../../../shared/contract/outbox.ts';
import type { OrderLine } from '../../../shared/domain/order.ts';
import type { PackageItem } from '../../../shared/domain/shipment.ts';
import { useClient } from '../../state/app-state.tsx';
import styles from './package-goods.module.css';

/** What is in a package: by the names its order has for the goods, where that order is known; else by their ids. */
export function PackageGoods({ story: { row, payload } }: { readonly story: OpStory }) {
  const { t } = useTranslation('outbox');
  const lines = useOrderLines(row.shopId, row.orderId);
  return (
    <ul className={styles.goods}>
      {payload.items.map((item) => {
        const name = nameOf(item, lines);
        const ids = { product: item.productId, sku: item.skuId, count: item.quantity };
        return (
          <li key={`${item.productId} ${item.skuId} ${item.childOrderId ?? ''}`}>
            {name === '' ? t('story.item', ids) : t('story.named', { name, count: item.quantity })}
            {name !== '' && <small className={styles.soft}>{t('story.ids', ids)}</small>}
            {item.serialNumbers && item.serialNumbers.length > 0 && (
              <small className={styles.soft}>
                {t('story.serials', {
                  list: item.serialNumbers
                    .flatMap(({ serialNumber, imei1, imei2 }) => [serialNumber, imei1, imei2].filter(Boolean))
                    .join(', '),
                })}
              </small>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function nameOf({ productId, skuId }: PackageItem, lines: readonly OrderLine[]): string {
  const line = lines.find((candidate) => candidate.productId === productId && candidate.skuId === skuId);
  return line === undefined ? '' : [line.title, line.variant].filter((part) => part !== '').join(' · ');
}

/** The lines of an order the desk has; none where it has only packages of it. */
function useOrderLines(shopId: string, orderId: string): readonly OrderLine[] {
  const client = useClient();
  const [lines, setLines] = useState<readonly OrderLine[]>([]);
  useEffect(() => {
    let current = true;
    void client.orders.show({ shop: shopId, orderId }).then((answer) => {
      if (current && answer.ok) setLines(answer.value.lines);
    });
    return () => {
      current = false;
    };
  }, [client, shopId, orderId]);
  return lines;
}
