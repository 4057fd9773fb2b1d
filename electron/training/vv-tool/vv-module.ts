import type { Call } from '../core/call.ts';
import type { Endpoint, PlatformModule } from '../core/platform-module.ts';
import { VV_CODES } from './codes.ts';
import { readForm } from './form.ts';
import { sendShipment } from './send.ts';
import { vvEndpoint, type VvDeps } from './shop-endpoint.ts';
import { changedTrades, soldTrades } from './trade-list.ts';
import { companies, fullTrade, tradeShippings } from './trade-reads.ts';
import { refuse, vvRefusal, vvReply } from './vv-reply.ts';
import { vvTokenEndpoint } from './vv-token.ts';

export type VvModuleDeps = VvDeps & {
  /** Address the goods pictures are served under. */
  readonly pictures: () => string;
  readonly guardsState: boolean;
};

/** The aggregator as its document has it: tokens, carriers, trades, shipments. */
export const vvModule = (deps: VvModuleDeps): PlatformModule => ({
  platform: 'vv-tool',
  endpoints: endpoints(deps),
  orderIdOf,
  answerCode: (code, message) =>
    code === 0
      ? vvReply(deps.now(), { code: 0, message: VV_CODES[0] ?? '', data: [{ withholding_money: 1, success: true }] })
      : vvRefusal(deps.now(), refuse(code, message ?? VV_CODES[code] ?? 'unknown error')),
  busyCode: 202,
  codeField: 'code',
});

function endpoints(deps: VvModuleDeps): Map<string, Endpoint> {
  const endpoint = vvEndpoint(deps);
  return new Map([
    ['/api/proxy/oauth/token', vvTokenEndpoint(deps, 'new')],
    ['/oauth/token', vvTokenEndpoint(deps, 'old')],
    ['/tool/erps/send', endpoint('send', sendShipment(deps))],
    ['/tool/erps/fullinfo', endpoint('read', fullTrade(deps))],
    ['/tool/erps/detail', endpoint('read', tradeShippings(deps))],
    ['/tool/erps/sold', endpoint('read', soldTrades(deps))],
    ['/tool/erps/increment', endpoint('read', changedTrades(deps))],
    ['/tool/erps/companies', endpoint('read', companies, { ofShop: false })],
    [
      '/tool/erps/shop-authorize',
      endpoint('read', ({ shop }) => ({ data: { shop_id: shop, status: 'subAuthorize' } }), { free: true }),
    ],
  ]);
}

const orderIdOf = (call: Call): string => readForm(call)?.get('tid') ?? '';
