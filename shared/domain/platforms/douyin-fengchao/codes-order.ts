import type { CatalogueEntry, ReplyClass } from '../reply-class.ts';
import type { EntryRow } from '../entry-row.ts';
import { defect, refused } from '../reply-classes.ts';
import { douyinCode, douyinCodes } from './code-entry.ts';

const row = (replyClass: ReplyClass, actor: EntryRow['actor'], zh: EntryRow['zh'], en: EntryRow['en']): EntryRow => ({
  replyClass,
  actor,
  box: 'keep',
  zh,
  en,
});
const stop = '包裹不要寄出，拆箱把商品放回。';
const stopEn = 'Do not ship: open the parcel and put the goods back.';
const closed = (zh: string, en: string): EntryRow => ({
  ...row(refused('order'), 'lead', [zh, stop], [en, stopEn]),
  box: 'open',
});
const backOffice = (zh: string, en: string): EntryRow =>
  row(
    refused('channel'),
    'lead',
    [zh, '留下包裹，到抖店后台处理这个订单。'],
    [en, 'Keep the parcel and deal with this order in the shop’s back office.'],
  );
const wrongShop = row(
  refused('order'),
  'lead',
  ['这家店没有这个订单', '核对订单号和店铺是不是选对了。'],
  ['This shop has no such order.', 'Check the order number and whether the right shop was chosen.'],
);
const report = (field: 'order' | 'items', zh: string, en: string): EntryRow =>
  row(
    defect(field),
    'admin',
    [zh, '留下包裹，请把这条记录报告给开发者。'],
    [en, 'Keep the parcel and report this record to the developers.'],
  );

/** Orders that this interface never ships, and requests that our own checks should have stopped. */
export const douyinOrderCodes: readonly CatalogueEntry[] = [
  douyinCode('60021', closed('订单已取消', 'The order is cancelled.')),
  douyinCode('60068', closed('订单已经退款', 'The order is refunded.')),
  douyinCode('60022', backOffice('货到付款订单不能发', 'Cash on delivery is not shipped here.')),
  ...douyinCodes(
    ['60024', '60122'],
    backOffice('跨境订单由跨境服务商发货', 'Cross-border orders are shipped by their own service.'),
  ),
  ...douyinCodes(['60033', '60101'], wrongShop),
  douyinCode('60069', backOffice('质检订单要到后台送检', 'Goods for inspection are sent in from the back office.')),
  ...douyinCodes(
    ['60107', '60108', '60111', '600111', '60057'],
    backOffice('这类订单不能用接口发货', 'This kind of order cannot be shipped here.'),
  ),
  douyinCode('60116', backOffice('平台仓的订单由平台发货', 'The platform ships this order from its own warehouse.')),
  douyinCode('60123', backOffice('供应链订单由供应商发货', 'The supplier ships this order.')),
  douyinCode(
    '60131',
    row(
      refused('order'),
      'lead',
      ['买家还没填定制信息', '留下包裹，请客服联系买家填好再发。'],
      ['The buyer has not filled in the custom details.', 'Keep the parcel; the shop asks the buyer first.'],
    ),
  ),
  douyinCode('60137', closed('订单没有付款', 'The order is not paid.')),
  ...douyinCodes(['700006', '700047'], {
    ...backOffice('小时达和同城订单不能拆单', 'Same-city orders cannot be split.'),
    replyClass: refused('items'),
  }),
  douyinCode('60032', report('order', '一次发的订单太多', 'Too many orders in one call.')),
  ...douyinCodes(
    ['50001', '50049', '50050'],
    report('order', '订单号或请求号不对', 'Order or request number is not right.'),
  ),
  ...douyinCodes(
    ['60016', '60036', '60079', '60080', '60102', '60104', '60105'],
    report('items', '子订单或数量不对', 'Child order or quantity is not right.'),
  ),
];
