import type { Endpoint } from '../core/platform-module.ts';
import { jsonReply } from '../core/reply.ts';
import { practiceShop, VV_PRACTICE_ACCOUNT } from '../practice/practice-shops.ts';
import { VV_CODES } from './codes.ts';
import { readForm } from './form.ts';
import type { VvDeps } from './shop-endpoint.ts';
import { refuse, vvRefusal, vvReply } from './vv-reply.ts';

type Deps = Pick<VvDeps, 'tokens' | 'desk' | 'now'>;

/** The token addresses: the newer answers inside `data`, the older one at the top. */
export const vvTokenEndpoint = ({ tokens, desk, now }: Deps, form: 'new' | 'old'): Endpoint => ({
  kind: 'token',
  handle: (call) => {
    const { settings, rate } = desk;
    if (!rate.arrive(settings().ratePerSecond)) return vvRefusal(now(), refuse(202, VV_CODES[202] ?? ''));
    const missing = call.method !== 'POST' || (form === 'new' && settings().oldTokenOnly);
    if (missing) return vvRefusal(now(), refuse(404, VV_CODES[404] ?? ''));
    const fields = readForm(call);
    if (fields?.get('grant_type') !== 'client_credentials') return vvRefusal(now(), refuse(100, VV_CODES[100] ?? ''));
    const known =
      fields.get('client_id') === VV_PRACTICE_ACCOUNT &&
      fields.get('client_secret') === practiceShop('taobao').appSecret;
    if (!known) return vvRefusal(now(), refuse(401, VV_CODES[401] ?? ''));
    const { accessToken, expiresInS } = tokens.issue();
    const token = { access_token: accessToken, expires_in: expiresInS, token_type: 'Bearer', scope: null };
    return form === 'new'
      ? vvReply(now(), { code: 0, message: VV_CODES[0] ?? '', data: token })
      : jsonReply(token, '0');
  },
});
