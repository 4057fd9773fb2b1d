import { credentialsOf, practiceShop } from '../../../electron/training/practice/practice-shops.ts';
import { parseExactJson } from '../../../shared/kernel/json.ts';

/** An answer of the aggregator as a test reads it: unsafe integers are text. */
export type VvAnswer = { readonly code: unknown; readonly msg: string } & Readonly<Record<string, unknown>>;

export const VV_PATHS = {
  token: '/api/proxy/oauth/token',
  oldToken: '/oauth/token',
  send: '/tool/erps/send',
  fullinfo: '/tool/erps/fullinfo',
  detail: '/tool/erps/detail',
  sold: '/tool/erps/sold',
  increment: '/tool/erps/increment',
  companies: '/tool/erps/companies',
  authorize: '/tool/erps/shop-authorize',
} as const;

/** Posts a form with Node's own encoder, so that the practice platform is not only asked in our client's hand. */
export async function vvPost(
  url: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<VvAnswer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const response = await fetch(url, { method: 'POST', body: form, headers: { connection: 'close', ...headers } });
  const json = parseExactJson(await response.text());
  if (!json.ok) throw new Error(json.error);
  return json.value as VvAnswer;
}

const shop = practiceShop('taobao');
export const tokenFields = (more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  grant_type: 'client_credentials',
  client_id: credentialsOf(shop)['account'] ?? '',
  client_secret: shop.appSecret,
  ...more,
});

/** The practice shop's own caller with a token. Every call names the shop unless `shop_id` is given. */
export async function vvCaller(baseUrl: string) {
  const answer = await vvPost(`${baseUrl}${VV_PATHS.token}`, tokenFields());
  const { access_token: token } = answer['data'] as { readonly access_token: string };
  return {
    token,
    call: (name: keyof typeof VV_PATHS, fields: Readonly<Record<string, string>> = {}): Promise<VvAnswer> =>
      vvPost(`${baseUrl}${VV_PATHS[name]}`, { shop_id: shop.appId, ...fields }, { authorization: `Bearer ${token}` }),
  };
}
