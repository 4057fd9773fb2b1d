import type { z } from 'zod';
import type { CallKind, Endpoint } from '../core/platform-module.ts';
import type { Reply } from '../core/reply.ts';
import { readBody } from './read-body.ts';
import type { TokenDesk } from './token-desk.ts';
import { refuse, wechatRefusal, type Refusal } from './wechat-reply.ts';

type Deps = {
  readonly tokens: TokenDesk;
  /** True where the shop's account lacks the permission set of the call. */
  readonly lacksPermission: (appId: string) => boolean;
  readonly now: () => number;
};

/** What the body of a call comes down to once token, method and types are right. */
export type ShopCall<Body> = { readonly appId: string; readonly request: string; readonly body: Body };

/**
 * An endpoint called in the name of a shop: POST only (43002), `access_token` in the query (41001, 40001, 42001),
 * permission (48001), then the body's types (47001, 40097).
 */
export const shopEndpoint =
  ({ tokens, lacksPermission, now }: Deps) =>
  <Schema extends z.ZodType>(
    kind: CallKind,
    schema: Schema,
    handle: (call: ShopCall<z.output<Schema>>) => Reply | Refusal,
  ): Endpoint => ({
    kind,
    handle: (call) => {
      const refusal = (reason: Refusal): Reply => wechatRefusal(reason, now());
      if (call.method !== 'POST') return refusal(refuse(43002, 'require POST method'));
      const shop = tokens.check(call.query.get('access_token') ?? '');
      if ('code' in shop) return refusal(shop);
      if (lacksPermission(shop.appId)) return refusal(refuse(48001, 'api unauthorized'));
      const body = readBody(schema, call.bodyText);
      if (!body.ok) return refusal(body.error);
      const result = handle({ appId: shop.appId, request: call.request, body: body.value });
      return 'message' in result ? refusal(result) : result;
    },
  });
