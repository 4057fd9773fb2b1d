import type { z } from 'zod';
import type { Order } from '../../../../shared/domain/order.ts';
import type { ListedOrders, ReadResult } from '../platform.ts';
import { id } from './lenient-fields.ts';
import { incomplete } from './read-failure.ts';

/** One item of a list by its order number, or why it cannot be read. */
export type ListItem<Value> = { readonly id: string; readonly read: ReadResult<Value> };

/**
 * Reads each item by itself, so that one that makes no sense does not take the others with it; null where one does not
 * even tell its number (`idField`).
 */
export function readItems<Schema extends z.ZodType>(
  items: readonly unknown[],
  { idField, schema }: { readonly idField: string; readonly schema: Schema },
): readonly ListItem<z.output<Schema>>[] | null {
  const read: ListItem<z.output<Schema>>[] = [];
  for (const item of items) {
    const named = id.safeParse(typeof item === 'object' && item !== null ? Reflect.get(item, idField) : undefined);
    if (!named.success) return null;
    const parsed = schema.safeParse(item);
    read.push({
      id: named.data,
      read: parsed.success
        ? { ok: true, value: parsed.data }
        : incomplete(parsed.error.issues[0]?.path.join('.') || 'the order'),
    });
  }
  return read;
}

/** The items in our form, beside those that cannot be read. */
export function listedOrders<Value>(items: readonly ListItem<Value>[], orderOf: (value: Value) => Order): ListedOrders {
  const orders: Order[] = [];
  const unread: ListedOrders['unread'][number][] = [];
  for (const { id: orderId, read } of items) {
    if (read.ok) orders.push(orderOf(read.value));
    else unread.push({ orderId, failure: read.error });
  }
  return { orders, unread };
}
