import { isGtin } from '../../../../shared/domain/barcode.ts';
import type { OrderLine, ShippedParcel } from '../../../../shared/domain/order.ts';
import { quantitiesPerSku } from '../../../../shared/domain/platforms/compose-quantities.ts';
import { normaliseWaybill } from '../../../../shared/domain/waybill.ts';
import { isoFromMs } from '../../../../shared/kernel/time.ts';
import { MAX_SECONDS } from './fields.ts';
import type { OrderReplyLine, OrderReplyParcel } from './order-fields.ts';

/** The packages the platform knows; entries of one waybill are one package. Goods without courier have neither code nor number. */
export function parcelsOf(entries: readonly OrderReplyParcel[]): readonly ShippedParcel[] {
  const parcels = new Map<string, ShippedParcel>();
  for (const entry of entries) {
    const waybill = normaliseWaybill(entry.waybill_id);
    const key = JSON.stringify([entry.delivery_id, waybill]);
    const goods = entry.product_infos.map((item) => ({
      productId: item.product_id,
      skuId: item.sku_id,
      quantity: item.product_cnt,
    }));
    const items = [...quantitiesPerSku([...(parcels.get(key)?.items ?? []), ...goods])];
    parcels.set(key, { carrierCode: entry.delivery_id, carrierName: entry.delivery_name, waybill, items });
  }
  return [...parcels.values()];
}

/** The lines of an order. Two lines of one SKU share what was shipped: the first is filled before the second. */
export function linesOf(lines: readonly OrderReplyLine[], parcels: readonly ShippedParcel[]): OrderLine[] {
  const skuKey = (productId: string, skuId: string): string => JSON.stringify([productId, skuId]);
  const shipped = new Map(
    quantitiesPerSku(parcels.flatMap((parcel) => parcel.items)).map((sku) => [
      skuKey(sku.productId, sku.skuId),
      sku.quantity,
    ]),
  );
  return lines.map((line, index) => {
    const key = skuKey(line.product_id, line.sku_id);
    const open = shipped.get(key) ?? 0;
    const isLast = !lines.slice(index + 1).some((later) => skuKey(later.product_id, later.sku_id) === key);
    const taken = isLast ? open : Math.min(open, line.sku_cnt);
    shipped.set(key, open - taken);
    return {
      lineNo: index + 1,
      productId: line.product_id,
      skuId: line.sku_id,
      ...codesOf(line),
      title: line.title,
      variant: line.sku_attrs.map((attribute) => attribute.attr_value).join(' '),
      quantity: line.sku_cnt,
      refundedQuantity: line.finish_aftersale_sku_cnt,
      afterSaleQuantity: line.on_aftersale_sku_cnt,
      shippedQuantity: taken,
      childOrderId: '',
      imageUrl: /^https?:\/\//.test(line.thumb_img) ? line.thumb_img : '',
      needsSerialNumber: line.national_subsidy_discounted_price > 0,
    };
  });
}

/** Shops put the goods' barcode in either of two fields: it is the one that reads as a GTIN, the other is the article number. */
function codesOf({ sku_code: sku, out_sku_id: out }: OrderReplyLine): Pick<OrderLine, 'skuCode' | 'barcode'> {
  const gtin = [sku, out].find(isGtin);
  if (gtin === undefined) return { skuCode: sku || out, barcode: sku === '' ? '' : out };
  return { skuCode: [sku, out].find((code) => code !== '' && code !== gtin) ?? gtin, barcode: gtin };
}

/** The earliest ship-by time of the lines, ISO; null where none has one. */
export function deadlineOf(lines: readonly OrderReplyLine[]): string | null {
  const deadlines = lines.flatMap((line) => line.delivery_deadline ?? []);
  return deadlines.length === 0 ? null : isoFromSeconds(Math.min(...deadlines));
}

/** Epoch seconds as ISO; null for a moment no calendar has. */
export const isoFromSeconds = (epochS: number | null): string | null =>
  epochS === null || epochS > MAX_SECONDS ? null : isoFromMs(epochS * 1_000);
