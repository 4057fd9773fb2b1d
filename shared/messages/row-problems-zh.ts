import type { RowProblem } from '../contract/job.ts';
import type { ImportColumn } from '../domain/import-columns.ts';

/** Names of the columns of import files as a person reads them. */
export const COLUMNS_ZH: Readonly<Record<ImportColumn, string>> = {
  shop: '店铺',
  order_id: '订单号',
  product_id: '商品编号',
  sku_id: 'SKU 编号',
  sku_code: '商家编码',
  barcode: '条码',
  title: '商品名称',
  variant: '规格',
  quantity: '数量',
  child_order_id: '子订单号',
  receiver_note: '备注',
  deadline: '发货期限',
  carrier: '快递公司',
  waybill: '快递单号',
  old_carrier: '原快递公司',
  old_waybill: '原快递单号',
  new_waybill: '新快递单号',
  new_carrier: '新快递公司',
  serial_number: '序列号',
  deliver_type: '发货方式',
  imei1: 'IMEI',
  imei2: '第二个 IMEI',
  course_appid: '课程小程序 AppID',
  course_path: '课程地址',
  course_start: '课程开始时间',
  course_end: '课程结束时间',
};

/** One sentence for each reason a row is refused, with what to do; `column` is already the readable name. */
export const ROW_PROBLEMS_ZH: Readonly<Record<RowProblem['reason'], (column: string, value: string) => string>> = {
  missing: (column) => `「${column}」没有填。补上后再导入这一行。`,
  'not-a-number': (column, value) => `「${column}」要填整数，这里是「${value}」。`,
  'out-of-range': (column, value) => `「${column}」的数值「${value}」超出了允许的范围。`,
  'bad-format': (column, value) => `「${column}」的写法不对：「${value}」。照模板里的样子改。`,
  'too-long': (column) => `「${column}」太长了。检查是不是两格内容粘在了一起。`,
  'unknown-shop': (_column, value) => `没有叫「${value}」的店铺。先在「店铺」里添加，或改成已有的店铺名。`,
  'unknown-carrier': (_column, value) => `这个店铺的快递公司名单里没有「${value}」。先刷新名单，或改成名单里的名称。`,
  'ambiguous-carrier': (_column, value) => `「${value}」对应不止一家快递公司。请写快递公司的代码。`,
  'unknown-order': (_column, value) => `找不到订单「${value}」。先拉取或导入订单，并核对店铺有没有写错。`,
  'goods-not-in-order': (column, value) => `订单里没有这件商品（${column}：${value}）。`,
  'quantity-exceeds': (_column, value) => `数量「${value}」超过了订单里还没发的件数。`,
  duplicate: (column, value) => `「${column}」重复：「${value}」在文件里或系统里已经有了。`,
  'waybill-used': (_column, value) => `快递单号「${value}」已经用在别的包裹上。换一张快递单。`,
  inconsistent: (column, value) => `同一个包裹的几行对不上：「${column}」写的是「${value}」，和前面的行不同。`,
  rule: (column) => `平台不允许这样装包裹（${column}）。`,
  'lost-digits': (column, value) =>
    `「${column}」的数字被表格软件改坏了（${value}）。把这一列设为「文本」格式，重新填写完整号码。`,
  'not-possible': (column, value) => `这一行现在做不了（${column}：${value}）。`,
};
