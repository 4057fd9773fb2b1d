import type { CallKind, Endpoint } from '../core/platform-module.ts';
import type { OrderBook } from '../book/order-book.ts';
import type { Reply } from '../core/reply.ts';
import { practiceShop } from '../practice/practice-shops.ts';
import { AUTHORISE_URL, NO_POINTS, VV_CODES } from './codes.ts';
import { readForm } from './form.ts';
import type { VvDesk } from './vv-desk.ts';
import { refuse, vvRefusal, vvReply, type VvRefusal } from './vv-reply.ts';
import type { VvTokenDesk } from './vv-token-desk.ts';

export type VvDeps = {
  readonly book: OrderBook;
  readonly tokens: VvTokenDesk;
  readonly desk: VvDesk;
  readonly now: () => number;
};

/** What a call comes down to once everything common is right. */
export type VvShopCall = {
  readonly shop: string;
  readonly request: string;
  readonly form: ReadonlyMap<string, string>;
};

/** The content of an answer: what stands in `data`, or a refusal. */
export type VvAnswer = { readonly data: unknown; readonly more?: Record<string, unknown> } | VvRefusal;

type Rules = {
  /** False for calls that are not about one shop. */
  readonly ofShop?: boolean;
  readonly free?: boolean;
};

/**
 * An endpoint of the aggregator: POST only (404), at most so many calls a second (202), a good token (401), a form
 * (100), points left and the interface enabled (204), an edition there is (100), a shop of this account that its owner has
 * authorised for that edition (302). A call that is answered costs a point.
 */
export const vvEndpoint =
  ({ book, tokens, desk, now }: VvDeps) =>
  (kind: CallKind, handle: (call: VvShopCall, price: () => number) => VvAnswer, rules: Rules = {}): Endpoint => ({
    kind,
    handle: (call): Reply => {
      const refusal = (reason: VvRefusal): Reply => vvRefusal(now(), reason);
      const { settings, rate } = desk;
      if (!rate.arrive(settings().ratePerSecond)) return refusal(refuse(202, VV_CODES[202] ?? ''));
      if (call.method !== 'POST') return refusal(refuse(404, VV_CODES[404] ?? ''));
      const token = /^Bearer (\S+)$/.exec(call.header('authorization'))?.[1] ?? '';
      if (!tokens.isGood(token)) return refusal(refuse(401, VV_CODES[401] ?? ''));
      const form = readForm(call);
      if (form === null) return refusal(refuse(100, VV_CODES[100] ?? ''));
      const { appId } = practiceShop('taobao');
      if (book.shop(appId).noPermission === true) return refusal(refuse(204, VV_CODES[204] ?? ''));
      if (rules.free !== true && settings().points < 1) return refusal(refuse(204, NO_POINTS));
      if (rules.ofShop !== false) {
        const barred = shopRefusal(form, appId, settings());
        if (barred !== null) return refusal(barred);
      }
      const answer = handle({ shop: appId, request: call.request, form }, desk.charge);
      if ('code' in answer) return refusal(answer);
      return vvReply(now(), { code: 0, message: VV_CODES[0] ?? '', ...answer });
    },
  });

function shopRefusal(
  form: ReadonlyMap<string, string>,
  appId: string,
  settings: ReturnType<VvDesk['settings']>,
): VvRefusal | null {
  const edition = form.get('vvtype') ?? '1';
  if ((form.get('shop_id') ?? '') === '' || !/^[1-4]$/.test(edition)) return refuse(100, VV_CODES[100] ?? '');
  const open = settings.authorised && form.get('shop_id') === appId && edition === settings.edition;
  return open ? null : refuse(302, VV_CODES[302] ?? '', AUTHORISE_URL);
}
