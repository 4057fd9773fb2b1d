import type { z } from 'zod';
import type { CallKind, Endpoint } from '../core/platform-module.ts';
import type { Reply } from '../core/reply.ts';
import { readBody, type ParseBody } from './read-body.ts';
import type { TokenDesk } from './token-desk.ts';
import { refuse, wechatRefusal, type Refusal } from './wechat-reply.ts';

type Deps = {
  readonly tokens: TokenDesk;
  /** True where the shop's account lacks the permission set of the call. */
  readonly lacksPermission: (appId: string) => boolean;
  readonly now: () => number;
  /** How bodies are read; without it ids may be text or number. */
  readonly parse?: ParseBody;
  /** The words for -2, where the platform tells a token that is too long from one that is wrong. */
  readonly tooLong?: string;
};

/** The store a token needs, as the page about it says: anything longer was put together wrongly. */
const LONGEST_TOKEN = 512;

/** What the body of a call comes down to once token, method and types are right. */
export type ShopCall<Body> = { readonly appId: string; readonly request: string; readonly body: Body };

/**
 * An endpoint called in the name of a shop: POST only (43002), `access_token` in the query (-2, 41001, 40001, 42001),
 * permission (48001), then the body's types (44002, 47001, 40097). `emptyBody` is what an empty body stands for.
 */
export const shopEndpoint =
  ({ tokens, lacksPermission, now, parse, tooLong }: Deps) =>
  <Schema extends z.ZodType>(
    kind: CallKind,
    schema: Schema,
    handle: (call: ShopCall<z.output<Schema>>) => Reply | Refusal,
    { emptyBody = '' }: { readonly emptyBody?: string } = {},
  ): Endpoint => ({
    kind,
    handle: (call) => {
      const refusal = (reason: Refusal): Reply => wechatRefusal(reason, now());
      if (call.method !== 'POST') return refusal(refuse(43002, 'require POST method'));
      const token = call.query.get('access_token') ?? '';
      if (tooLong !== undefined && token.length > LONGEST_TOKEN) return refusal(refuse(-2, tooLong));
      const shop = tokens.check(token);
      if ('code' in shop) return refusal(shop);
      if (lacksPermission(shop.appId)) return refusal(refuse(48001, 'api unauthorized'));
      const body = readBody(schema, call.bodyText.trim() === '' ? emptyBody : call.bodyText, parse);
      if (!body.ok) return refusal(body.error);
      const result = handle({ appId: shop.appId, request: call.request, body: body.value });
      return 'message' in result ? refusal(result) : result;
    },
  });
