import type { Call } from '../core/call.ts';
import type { Ledger } from '../book/ledger.ts';
import type { Endpoint, PlatformModule } from '../core/platform-module.ts';
import type { Reply } from '../core/reply.ts';
import { addLogistics, readItems } from './add.ts';
import { addMultiPack } from './add-pack.ts';
import { douyinReply, gatewayRefusal, refuse } from './douyin-reply.ts';
import { gatewayEndpoint, readForm, type DouyinDeps } from './gateway-endpoint.ts';
import { companyList, tradeDetail, tradeList } from './order-reads.ts';
import { requestIdsOf } from './request-ids.ts';
import { z } from 'zod';

export type DouyinModuleDeps = DouyinDeps & {
  readonly ledger: Ledger;
  /** Address the goods pictures are served under. */
  readonly pictures: () => string;
  readonly guardsState: boolean;
};

const PACK_PATH = '/gateway/dd/order/logistics/addmultipack';

/** The 蜂巢 gateway as its pages have it: carriers, orders, whole shipments, split shipments. */
export const douyinModule = (deps: DouyinModuleDeps): PlatformModule => ({
  platform: 'douyin-fengchao',
  endpoints: endpoints(deps),
  orderIdOf,
  answerCode: (code, message, call) => {
    if (code === 0) return douyinReply([], '');
    return isDouyinsOwn(code) ? itemsRefused(call, code, message ?? '') : gatewayRefusal(code, message ?? '系统错误');
  },
  busyCode: 1099,
  codeField: 'code',
});

function endpoints(deps: DouyinModuleDeps): Map<string, Endpoint> {
  const endpoint = gatewayEndpoint(deps);
  const requestIds = requestIdsOf(deps.ledger, PACK_PATH);
  return new Map([
    ['/gateway/dd/order/logistics/add', endpoint('send', addLogistics(deps))],
    [PACK_PATH, endpoint('send', addMultiPack({ ...deps, requestIds }))],
    ['/gateway/dd/trade/detail', endpoint('read', tradeDetail(deps))],
    ['/gateway/dd/trade/list', endpoint('read', tradeList(deps))],
    ['/gateway/dd/logistics/company/list', endpoint('read', companyList)],
  ]);
}

/** Douyin's own numbers stand behind each order of an answer; the gateway's stand at its top. */
const isDouyinsOwn = (code: number): boolean => code >= 10_000 && code < 1_000_000;

/** Every whole order of the call refused for the same reason, in an answer that is a success at its top. */
function itemsRefused(call: Call, code: number, message: string): Reply {
  const form = readForm(call);
  const items = (form === null ? null : readItems(form, z.looseObject({}))) ?? [];
  return douyinReply(
    items.map((item) => ({ ...item, ...refuse(code, message) })),
    '',
  );
}

const NamedOrder = z.object({ order_id: z.string() });

/** The order a call is about; of a batch, the first. */
function orderIdOf(call: Call): string {
  const form = readForm(call);
  if (form === null) return '';
  return form.get('shop_order_id') ?? readItems(form, NamedOrder)?.[0]?.order_id ?? '';
}
