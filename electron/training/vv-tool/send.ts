import type { AppliedEntry } from '../book/ledger-entry.ts';
import { addressRule, carrierRule, waybillRule } from './rules/parcel-rules.ts';
import { featureRule } from './rules/feature-rule.ts';
import { field, type SendRequest, type VvRule } from './rules/send-request.ts';
import { sentChildren, splitRule } from './rules/split-rule.ts';
import { stateRule } from './rules/state-rule.ts';
import type { VvAnswer, VvDeps, VvShopCall } from './shop-endpoint.ts';
import { refuseText, type VvRefusal } from './vv-reply.ts';

/** In the order they are asked; the first refusal is the answer and nothing is applied. */
const RULES: readonly VvRule[] = [stateRule, splitRule, carrierRule, waybillRule, addressRule, featureRule];

/** `tool/erps/send`: every rule first, then the parcel. */
export const sendShipment =
  ({ book, desk, guardsState }: Pick<VvDeps, 'book' | 'desk'> & { readonly guardsState: boolean }) =>
  ({ shop, request, form }: VvShopCall, price: () => number): VvAnswer => {
    const missing = missingRefusal(form);
    if (missing !== undefined) return missing;
    const state = book.findAnywhere(field({ form }, 'tid'));
    if (state === undefined) return refuseText('物流订单不存在');
    if (state.order.shop !== shop) return refuseText('非法的 nick,无权查询');
    const asked: SendRequest = { form, state, book, guardsState };
    for (const rule of RULES) {
      const refusal = rule(asked);
      if (refusal !== undefined) return refusal;
    }
    book.applySent([appliedEntry(asked, shop, request)]);
    const charged = { withholding_money: price() };
    return desk.settings().successOnTop
      ? { data: [charged], more: { success: true } }
      : { data: [{ ...charged, success: true }] };
  };

function missingRefusal(form: ReadonlyMap<string, string>): VvRefusal | undefined {
  const tid = field({ form }, 'tid');
  if (tid === '') return refuseText('参数为空');
  if (!/^\d{1,20}$/.test(tid)) return refuseText('参数无效,格式不对、非法值、越界等');
  if (field({ form }, 'company_code') === '') return refuseText('没有选择物流公司');
  return field({ form }, 'out_sid') === '' ? refuseText('运单号为空') : undefined;
}

const appliedEntry = (asked: SendRequest, shop: string, request: string): AppliedEntry => ({
  kind: 'applied',
  what: 'send',
  request,
  shop,
  orderId: asked.state.order.orderId,
  carrier: field(asked, 'company_code'),
  waybill: field(asked, 'out_sid'),
  deliverType: 1,
  items: sentChildren(asked).map(({ line }) => ({
    productId: line.productId,
    skuId: line.skuId,
    quantity: line.quantity,
  })),
});
