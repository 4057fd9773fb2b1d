import { z } from 'zod';
import type { Endpoint } from '../core/platform-module.ts';
import { jsonReply } from '../core/reply.ts';
import { readBody } from './read-body.ts';
import type { TokenDesk } from './token-desk.ts';
import { refuse, wechatRefusal, type Refusal } from './wechat-reply.ts';

export const STABLE_TOKEN_PATH = '/cgi-bin/stable_token';

const BodySchema = z.looseObject({
  grant_type: z.string().optional(),
  appid: z.string().optional(),
  secret: z.string().optional(),
  force_refresh: z.boolean().default(false),
});

type Deps = {
  readonly tokens: TokenDesk;
  readonly secretOf: (appId: string) => string | undefined;
  readonly now: () => number;
};

/** `POST /cgi-bin/stable_token`: the same token again with its remaining seconds, until its last minutes. */
export const stableTokenEndpoint = ({ tokens, secretOf, now }: Deps): Endpoint => ({
  kind: 'token',
  handle: (call) => {
    const refusal = (reason: Refusal) => wechatRefusal(reason, now());
    if (call.method !== 'POST') return refusal(refuse(43002, 'require POST method'));
    const body = readBody(BodySchema, call.bodyText);
    if (!body.ok) return refusal(body.error);
    const { grant_type, appid, secret, force_refresh } = body.value;
    if (grant_type !== 'client_credential') return refusal(refuse(40002, 'invalid grant_type'));
    if (!appid) return refusal(refuse(41002, 'appid missing'));
    if (!secret) return refusal(refuse(41004, 'appsecret missing'));
    const known = secretOf(appid);
    if (known === undefined) return refusal(refuse(40013, 'invalid appid'));
    if (known !== secret) return refusal(refuse(40125, 'invalid appsecret'));
    const issued = tokens.issue(appid, force_refresh);
    if ('code' in issued) return refusal(issued);
    return jsonReply({ access_token: issued.accessToken, expires_in: issued.expiresInS }, '0');
  },
});
