import { jsonReply, type Reply } from '../core/reply.ts';

/** An answer in the form of the document's sample: code, message, data, trace_id. */
export const douyinReply = (data: unknown, trace: string): Reply => ({
  ...jsonReply({ code: 0, message: 'ok', data, trace_id: trace }, '0'),
  requestId: trace,
});

/** A refusal by the gateway itself. Its page names no codes, so the numbers are this imitation's own. */
export const gatewayRefusal = (code: number, message: string, trace = ''): Reply => ({
  ...jsonReply({ code, message, trace_id: trace }, String(code)),
  requestId: trace,
});

/** Why one order of a call was not shipped, as Douyin says it. */
export type ItemRefusal = { readonly code: number; readonly msg: string };

/** A refusal with Douyin's own number in front of the words. */
export const refuse = (number: number, words: string): ItemRefusal => ({ code: 1, msg: `${number}:${words}` });
/** One of the two texts the gateway's page prints without a number. */
export const refuseText = (words: string): ItemRefusal => ({ code: 1, msg: words });

export const GATEWAY_REFUSALS = {
  method: [1001, '请求方式错误'],
  parameter: [1002, '参数错误'],
  appid: [1003, 'appid不存在'],
  clock: [1004, '时间戳过期'],
  signature: [1005, '签名错误'],
  grant: [1006, '店铺未授权'],
  batch: [1007, '一次发货订单数超过100个'],
  order: [1008, '订单不存在'],
} as const;
export type GatewayRefusal = keyof typeof GATEWAY_REFUSALS;
