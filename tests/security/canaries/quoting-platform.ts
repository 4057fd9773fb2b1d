import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ADDRESS, BUYER, PHONE, SECRET, TOKEN } from './canary.ts';

/** A token that was never given can only be told by its name. */
const UNTOLD = '[the token that was given]';

/** A platform's words at their worst: they quote the secret in three forms, the token and the buyer. */
const WORDS =
  `invalid credential ${SECRET} ${encodeURIComponent(SECRET)} ${Buffer.from(SECRET).toString('base64')} ` +
  `access_token=${TOKEN} ${UNTOLD}, 收货人：${BUYER}，手机：${PHONE}，地址：${ADDRESS}；tel ${PHONE}`;

const refusal = (code: number): string =>
  JSON.stringify({
    ...{ errcode: code, errmsg: `${WORDS} rid: 62c1-1` },
    ...{
      code,
      msg: WORDS,
      message: WORDS,
      success: false,
      sub_msg: WORDS,
      url: `https://owner.example/?access_token=${TOKEN}`,
    },
    data: { receiver_name: BUYER, receiver_phone: PHONE, receiver_address: ADDRESS, message: WORDS, code },
  });
const PAGE = `<html><title>${WORDS}</title><body>${WORDS}</body></html>`;

/** Reads wait long for it, so only a shipment is sent its way. */
export const SILENT = 'no reply';

/** A list of carriers as the WeChat platforms give it, and as the others do. */
const carriersFor = (call: string): string =>
  JSON.stringify(
    call.includes('/company/') || call.includes('/companies')
      ? { code: 0, success: true, data: [{ id: 1, code: 'ZTO', name: '中通', reg_mail_no: '' }] }
      : { errcode: 0, company_list: [{ delivery_id: 'ZTO', delivery_name: '中通' }] },
  );

type Ending = { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: string };
/** Ways in which a call goes wrong; `cut` and `silent` end or leave the line instead of answering. */
export const WAYS: Readonly<Record<string, Ending | 'cut' | 'silent'>> = {
  'a code nobody knows': { body: refusal(777_001) },
  'wrong data': { body: refusal(40_097) },
  'a token that is void': { body: refusal(40_001) },
  'an order that is gone': { body: refusal(614) },
  'an account that is blocked': { body: refusal(48_001) },
  'an error page': { status: 502, headers: { 'content-type': 'text/html' }, body: PAGE },
  'a login page': { body: PAGE },
  'a way elsewhere': { status: 302, headers: { location: `https://elsewhere.example/?access_token=${TOKEN}` } },
  'half a reply': { body: refusal(777_001).slice(0, -40) },
  'another alphabet': { headers: { 'content-type': 'application/json; charset=x-none' }, body: refusal(1) },
  'a line cut off': 'cut',
  [SILENT]: 'silent',
};

/**
 * A platform whose every reply goes wrong in the way its address names. Where the address says `gives`, a token and the
 * list of carriers are had first, so that there is something to send.
 */
export async function startQuotingPlatform() {
  const given = new Set<string>();
  const ways = Object.values(WAYS);
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const [, way = '0', token, ...path] = (request.url ?? '').split('?')[0]?.split('/') ?? [];
      const ending = ways[Number(way)] ?? 'cut';
      const call = path.join('/');
      if (token === 'gives' && call.includes('token')) {
        given.add(way);
        return void response.end(JSON.stringify({ code: 0, access_token: TOKEN, expires_in: 7_200 }));
      }
      if (token === 'gives' && /compan(y|ies)/.test(call)) return void response.end(carriersFor(call));
      if (ending === 'silent') return;
      if (ending === 'cut') return void request.socket.destroy();
      response.writeHead(ending.status ?? 200, ending.headers);
      response.end(ending.body?.replaceAll(UNTOLD, token === 'gives' && given.has(way) ? TOKEN : ''));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    addressOf: (way: string, token: 'gives' | 'refused') =>
      `http://127.0.0.1:${port}/${Object.keys(WAYS).indexOf(way)}/${token}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
