import type { Order } from '../../../shared/domain/order.ts';
import type { OrderKey } from '../orders/order-store.ts';
import { plainCode, plainText } from './plain-text.ts';

/** What a number is. `request` is a platform's own mark of one call. */
export type CodeKind = 'order' | 'waybill' | 'serial' | 'request';
export type Found = { readonly kind: CodeKind; readonly code: string };

/** One package of an order as far as it is searched. */
export type PackageFacts = {
  readonly seq: number;
  readonly operator: string;
  readonly carrier: string;
  readonly state: string;
  readonly codes: readonly Found[];
};

/** An order as far as it is searched; packages may be known of an order that is not. */
export type OrderFacts = OrderKey & { readonly order: Order | null; readonly packages: readonly PackageFacts[] };

/** Every number an order is found by, once each. */
export function codesOf({ orderId, order, packages }: OrderFacts): readonly Found[] {
  const codes: Found[] = [
    { kind: 'order', code: orderId },
    ...(order?.lines ?? []).map(({ childOrderId }) => ({ kind: 'order' as const, code: childOrderId })),
    ...(order?.parcels ?? []).map(({ waybill }) => ({ kind: 'waybill' as const, code: waybill })),
    ...packages.flatMap(({ codes: own }) => own),
  ];
  const known = new Map<string, Found>();
  for (const { kind, code } of codes) {
    const plain = plainCode(code);
    if (plain !== '') known.set(`${kind} ${plain}`, { kind, code: plain });
  }
  return [...known.values()];
}

/** Every text an order is found by, plain and one a line; no receiver data is in any of them. */
export function textOf({ order, packages }: OrderFacts): string {
  const lines = [
    ...(order?.lines ?? []).flatMap((line) => [line.title, line.variant, line.skuCode, line.barcode]),
    order?.note ?? '',
    order?.sellerNote ?? '',
    ...packages.flatMap(({ operator, carrier }) => [operator, carrier]),
  ];
  return [...new Set(lines.map(plainText))].filter((line) => line !== '').join('\n');
}
