import type { OrderState } from '../../book/order-state.ts';
import type { ShopChange } from '../../book/order-change.ts';
import type { Refusal } from '../../wechat/wechat-reply.ts';
import type { SendBody } from '../schemas.ts';

/** Everything a rule of senddelivery looks at. */
export type SendContext = {
  readonly body: SendBody;
  readonly order: OrderState;
  readonly shop: ShopChange;
  readonly serialLockedBy: (serialNumber: string) => string | undefined;
  /** False makes the worst platform there can be: one that takes any well-formed shipment again. */
  readonly guardsState: boolean;
};

/** One rule: a refusal, or undefined where it is kept. */
export type SendRule = (context: SendContext) => Refusal | undefined;
