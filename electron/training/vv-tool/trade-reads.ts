import { VV_CODES } from './codes.ts';
import type { VvAnswer, VvDeps, VvShopCall } from './shop-endpoint.ts';
import { childrenOf } from './trade-child.ts';
import { companyName, tradeShape } from './trade-shape.ts';
import { VV_CARRIERS } from './vv-carriers.ts';
import { rawNumber, refuse, refuseText } from './vv-reply.ts';

type Deps = Pick<VvDeps, 'book' | 'desk'> & { readonly pictures: () => string };

const fieldsOf = (form: ReadonlyMap<string, string>): ReadonlySet<string> =>
  new Set((form.get('fields') ?? '').split(',').filter((name) => name !== ''));

/** `fullinfo`: one trade with the fields asked for. */
export const fullTrade =
  ({ book, desk, pictures }: Deps) =>
  ({ shop, form }: VvShopCall, price: () => number): VvAnswer => {
    const fields = fieldsOf(form);
    if (fields.size === 0) return refuse(100, VV_CODES[100] ?? '');
    const state = book.find(shop, form.get('tid') ?? '');
    if (state === undefined) return refuseText('输入的用户 Id 或交易订单号不正确,未查到交易订单');
    const hidesWaybills = desk.settings().hidesWaybills !== 'nowhere';
    return {
      data: { withholding_money: price(), trade: tradeShape(state, { fields, hidesWaybills, pictures: pictures() }) },
    };
  };

/** `detail`: the logistics orders of one trade, one for each parcel and one for what is left. */
export const tradeShippings =
  ({ book, desk }: Deps) =>
  ({ shop, form }: VvShopCall, price: () => number): VvAnswer => {
    if (fieldsOf(form).size === 0) return refuse(100, VV_CODES[100] ?? '');
    const state = book.find(shop, form.get('tid') ?? '');
    if (state === undefined) return refuseText('未查到物流订单');
    const children = childrenOf(state);
    const hides = desk.settings().hidesWaybills === 'everywhere';
    const tid = rawNumber(state.order.orderId);
    const sent = state.parcels.map((parcel) => ({
      tid,
      status: 'CONFIRMED',
      ...(hides ? {} : { out_sid: parcel.waybill, company_name: companyName(parcel.carrier) }),
      sub_tids: { number: children.filter((child) => child.sent === parcel).map((child) => rawNumber(child.oid)) },
      is_spilt: state.parcels.length > 1 || state.status === 'part-shipped',
    }));
    const left = children.filter((child) => child.sent === null && !child.refunded);
    const open =
      left.length === 0
        ? []
        : [{ tid, status: 'CREATED', sub_tids: { number: left.map((child) => rawNumber(child.oid)) } }];
    return {
      data: {
        withholding_money: price(),
        total_results: sent.length + open.length,
        shippings: { shipping: [...sent, ...open] },
      },
    };
  };

/** `companies`: Taobao's carriers. */
export const companies = ({ form }: VvShopCall, price: () => number): VvAnswer => {
  if (fieldsOf(form).size === 0) return refuse(100, VV_CODES[100] ?? '');
  const list = VV_CARRIERS.map(({ id, code, name, pattern }) => ({ id, code, name, reg_mail_no: pattern }));
  return { data: { withholding_money: price(), logistics_companies: { logistics_company: list } } };
};
