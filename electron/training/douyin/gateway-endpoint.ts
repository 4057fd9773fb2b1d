import type { Call } from '../core/call.ts';
import type { OrderBook } from '../book/order-book.ts';
import type { CallKind, Endpoint } from '../core/platform-module.ts';
import type { Reply } from '../core/reply.ts';
import { DOUYIN_PRACTICE_APP, practiceShop } from '../practice/practice-shops.ts';
import { douyinReply, GATEWAY_REFUSALS, gatewayRefusal, type GatewayRefusal } from './douyin-reply.ts';
import { gatewaySign } from './gateway-sign.ts';

export type DouyinDeps = { readonly book: OrderBook; readonly now: () => number };

/** What a call comes down to once its envelope is right. */
export type ShopCall = {
  readonly shop: string;
  readonly request: string;
  readonly form: ReadonlyMap<string, string>;
};

/** What stands in `data`, or why the gateway itself refuses. */
export type GatewayAnswer = { readonly data: unknown } | { readonly refusal: GatewayRefusal };

const WINDOW_S = 5 * 60;

/** The fields of a form, or null where the body is none. A field given twice makes a broken form. */
export function readForm(call: Call): ReadonlyMap<string, string> | null {
  if (!/^application\/x-www-form-urlencoded/i.test(call.header('content-type'))) return null;
  const pairs = [...new URLSearchParams(call.bodyText)];
  const form = new Map(pairs);
  return form.size === pairs.length ? form : null;
}

/** An address of the gateway: POST of a form, a known AppID, a time within five minutes, a right signature, a granted shop. */
export const gatewayEndpoint =
  ({ book, now }: DouyinDeps) =>
  (kind: CallKind, handle: (call: ShopCall) => GatewayAnswer): Endpoint => ({
    kind,
    handle: (call): Reply => {
      const trace = `practice-${call.request}`;
      const refuse = (refusal: GatewayRefusal): Reply => {
        const [code, words] = GATEWAY_REFUSALS[refusal];
        return gatewayRefusal(code, words, trace);
      };
      if (call.method !== 'POST') return refuse('method');
      const form = readForm(call);
      if (form === null) return refuse('parameter');
      const barred = envelopeRefusal(form, book, now());
      if (barred !== null) return refuse(barred);
      const answer = handle({ shop: practiceShop('douyin').appId, request: call.request, form });
      return 'refusal' in answer ? refuse(answer.refusal) : douyinReply(answer.data, trace);
    },
  });

function envelopeRefusal(form: ReadonlyMap<string, string>, book: OrderBook, nowMs: number): GatewayRefusal | null {
  const { appId, appSecret } = practiceShop('douyin');
  const timestamp = form.get('timestamp') ?? '';
  if (form.get('appid') !== DOUYIN_PRACTICE_APP) return 'appid';
  if (!/^\d{10}$/.test(timestamp) || Math.abs(nowMs / 1_000 - Number(timestamp)) > WINDOW_S) return 'clock';
  if (form.get('sign') !== gatewaySign(form, appSecret)) return 'signature';
  if (form.get('seller_nick') !== appId || book.shop(appId).noPermission === true) return 'grant';
  return null;
}
