import type { OrderState } from '../../book/order-state.ts';
import type { OrderBook } from '../../book/order-book.ts';
import type { VvRefusal } from '../vv-reply.ts';

/** A shipment as it was asked for, beside the trade it is about. */
export type SendRequest = {
  readonly form: ReadonlyMap<string, string>;
  readonly state: OrderState;
  readonly book: OrderBook;
  /** False makes a platform that takes any well-formed shipment again. */
  readonly guardsState: boolean;
};

/** One rule of `tool/erps/send`: a refusal, or nothing. */
export type VvRule = (request: SendRequest) => VvRefusal | undefined;

/** A field of the form, empty where it is not given. */
export const field = ({ form }: Pick<SendRequest, 'form'>, name: string): string => form.get(name) ?? '';
