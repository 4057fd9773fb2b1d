import {
  shippableQuantity,
  type Order,
  type OrderFlag,
  type OrderLine,
  type OrderStatus,
  type ShippedParcel,
} from '../../../../shared/domain/order.ts';
import { deadlineOf, isoFromSeconds, linesOf, parcelsOf } from '../wechat/order-parts.ts';
import type { DropshipReply } from './schema.ts';

/**
 * Brings a drop-ship order into our form. What its status numbers mean is not published, so where it stands is told by what
 * was delivered; the number is kept as `rawStatus`. Receiver data is not part of it.
 */
export function orderOf(shopId: string, reply: DropshipReply): Order {
  const { dropship_order_detail: detail } = reply;
  const parcels = parcelsOf(detail.delivery_info?.delivery_product_info ?? []);
  const lines = linesOf(detail.product_infos, parcels);
  return {
    shopId,
    platform: 'wechat-dropship',
    orderId: reply.ds_order_id,
    status: statusOf(lines, parcels, detail.delivery_info?.ship_done_time ?? null),
    rawStatus: reply.status === undefined || reply.status === null ? '' : String(reply.status),
    deliverMethod: 'courier',
    flags: flagsOf(reply),
    note: buyerWords(reply),
    sellerNote: reply.dropship_order_detail.ext_info?.merchant_notes ?? '',
    deadline: deadlineOf(detail.product_infos),
    createdAt: isoFromSeconds(reply.create_time),
    updatedAt: isoFromSeconds(reply.update_time),
    lines,
    parcels: [...parcels],
  };
}

/** A parcel that names no goods does not say how much of the order it holds. */
function statusOf(
  lines: readonly OrderLine[],
  parcels: readonly ShippedParcel[],
  shippedInFullAtS: number | null,
): OrderStatus {
  if (shippedInFullAtS !== null) return 'shipped';
  if (parcels.length === 0) return 'to-ship';
  if (parcels.some((parcel) => parcel.items.length === 0)) return 'unknown';
  return lines.every((line) => shippableQuantity(line) === 0) ? 'shipped' : 'part-shipped';
}

function flagsOf({ dropship_order_detail: detail }: DropshipReply): OrderFlag[] {
  const afterSale = detail.product_infos.some((line) => line.on_aftersale_sku_cnt > 0);
  const review = detail.delivery_info?.address_under_review === true;
  return [...(afterSale ? (['after-sale'] as const) : []), ...(review ? (['address-change'] as const) : [])];
}

/** Everything somebody wrote for the packer; what belongs on a card or on the goods is work for him too. */
/** What the buyer wrote: the note, and the words for a card or an engraving. */
function buyerWords({ dropship_order_detail: detail }: DropshipReply): string {
  const { ext_info: info, greeting_card_info: card, custom_info: custom } = detail;
  const notes = [info?.customer_notes, card?.greeting_message, custom?.custom_word];
  return notes.filter(Boolean).join('\n');
}
