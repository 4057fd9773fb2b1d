import type { OrderState } from '../../book/order-state.ts';
import { refuse, type Refusal } from '../../wechat/wechat-reply.ts';
import { miniMessage } from '../codes.ts';
import type { MiniSendBody } from '../schemas.ts';

/** Everything a rule of `product/delivery/send` looks at. */
export type MiniSend = {
  readonly body: MiniSendBody;
  readonly order: OrderState;
  /** False makes the worst platform there can be: one that takes any well-formed shipment again. */
  readonly guardsState: boolean;
};

/** One rule: a refusal, or undefined where it is kept. */
export type MiniSendRule = (send: MiniSend) => Refusal | undefined;

/** The platform's refusal with a code; `detail` is what it puts behind its own words. */
export const by = (code: number, detail = ''): Refusal => refuse(code, `${miniMessage(code)}${detail}`);
