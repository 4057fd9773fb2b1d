/** Every column an import file may have, by the name used in the contract, in messages and in templates. */
const IMPORT_COLUMNS = [
  'shop',
  'order_id',
  'product_id',
  'sku_id',
  'sku_code',
  'barcode',
  'title',
  'variant',
  'quantity',
  'child_order_id',
  'receiver_note',
  'deadline',
  'carrier',
  'waybill',
  'serial_number',
  'deliver_type',
  'imei1',
  'imei2',
  'course_appid',
  'course_path',
  'course_start',
  'course_end',
  'old_carrier',
  'old_waybill',
  'new_carrier',
  'new_waybill',
] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** One row of an import file, cells trimmed; absent and empty cells are the same. */
export type ImportRecord = {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  readonly cells: Readonly<Partial<Record<ImportColumn, string>>>;
  /** Columns whose number a spreadsheet program has rounded: the text is no longer what was typed. */
  readonly lost: readonly ImportColumn[];
};

/** What a kind of file must have; of each inner list one column is enough. Everything else is optional. */
export type ImportLayout = {
  readonly columns: readonly ImportColumn[];
  readonly required: readonly (readonly ImportColumn[])[];
};

/** Order lines; rows with the same shop and order number become one order. */
export const ORDER_LAYOUT: ImportLayout = {
  columns: [...IMPORT_COLUMNS.slice(0, 12), 'waybill'],
  required: [['shop'], ['order_id'], ['quantity'], ['sku_id', 'product_id', 'sku_code', 'barcode']],
};

/** Packages; rows with the same shop, order and waybill are one package. */
export const SHIPMENT_LAYOUT: ImportLayout = {
  columns: [
    'shop',
    'order_id',
    'carrier',
    'waybill',
    'product_id',
    'sku_id',
    'quantity',
    'child_order_id',
    'serial_number',
    'deliver_type',
    'imei1',
    'imei2',
    'course_appid',
    'course_path',
    'course_start',
    'course_end',
  ],
  required: [['shop'], ['order_id'], ['waybill']],
};

/** Waybill changes of packages that were sent. */
export const CORRECTION_LAYOUT: ImportLayout = {
  columns: [
    'shop',
    'order_id',
    'old_carrier',
    'old_waybill',
    'new_carrier',
    'new_waybill',
    'product_id',
    'sku_id',
    'quantity',
    'child_order_id',
  ],
  required: [['shop'], ['order_id'], ['old_waybill'], ['new_waybill']],
};

/** What a file of each kind has to look like. */
export const LAYOUTS = {
  orders: ORDER_LAYOUT,
  shipments: SHIPMENT_LAYOUT,
  corrections: CORRECTION_LAYOUT,
} as const satisfies Record<string, ImportLayout>;

/** Headers as shops' export files and people write them, besides the names above. */
const ALIASES: Readonly<Record<ImportColumn, readonly string[]>> = {
  shop: ['店铺', '店铺名', '店铺名称', '所属店铺'],
  order_id: ['订单号', '订单编号', '主订单号', '主订单编号', 'order', 'order number', 'order no'],
  product_id: ['商品ID', '商品编号'],
  sku_id: ['规格ID', 'SKU ID', 'SKU编号'],
  sku_code: ['商家编码', '货号', '商品编码', '规格编码', 'article number', 'sku'],
  barcode: ['条码', '条形码', '商品条码', '商品条形码', 'ean'],
  title: ['商品名称', '商品标题', '商品', 'product name'],
  variant: ['规格', '商品规格', '规格名称', '销售属性'],
  quantity: ['数量', '商品数量', '购买数量', '件数', 'qty'],
  child_order_id: ['子订单号', '子订单编号', '子单号', 'child order', 'sub order id'],
  receiver_note: ['买家留言', '备注', '留言', '买家备注', 'note'],
  deadline: ['最晚发货时间', '发货期限', '发货截止时间', '承诺发货时间', '应发货时间', 'ship by', 'ship-by time'],
  carrier: ['快递公司', '物流公司', '快递', '承运商'],
  waybill: ['快递单号', '运单号', '物流单号', '面单号', 'tracking number', 'waybill number'],
  serial_number: ['序列号', 'SN码', 'SN', 'SN号'],
  deliver_type: ['发货方式', '配送方式', 'delivery type'],
  imei1: ['IMEI', 'IMEI码', 'IMEI码1'],
  imei2: ['第二个IMEI', 'IMEI码2'],
  course_appid: ['课程小程序', '课程小程序AppID', 'course appid'],
  course_path: ['课程地址', '课程小程序地址', 'course path'],
  course_start: ['课程开始时间', 'course start'],
  course_end: ['课程结束时间', 'course end'],
  old_carrier: ['原快递公司', '旧快递公司'],
  old_waybill: ['原快递单号', '旧快递单号', '原运单号', '旧运单号'],
  new_carrier: ['新快递公司'],
  new_waybill: ['新快递单号', '新运单号'],
};

/** Case, blanks, full-width forms, `_ - *` and a note in brackets do not matter in a header. */
const normaliseHeader = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\(.*?\)|[\s_*\uFEFF-]/g, '')
    .toLowerCase();

/** Where each known column stands in a header row. The first of two columns with the same meaning counts. */
export function mapHeader(header: readonly string[], layout: ImportLayout): ReadonlyMap<number, ImportColumn> {
  const names = new Map<string, ImportColumn>();
  for (const column of layout.columns)
    for (const name of [column, ...ALIASES[column]]) names.set(normaliseHeader(name), column);
  const mapped = new Map<number, ImportColumn>();
  const taken = new Set<ImportColumn>();
  header.forEach((text, index) => {
    const column = names.get(normaliseHeader(text));
    if (column === undefined || taken.has(column)) return;
    taken.add(column);
    mapped.set(index, column);
  });
  return mapped;
}

/** The required columns a header lacks, each with its Chinese name, alternatives joined by a slash. */
export function missingColumns(mapped: ReadonlyMap<number, ImportColumn>, layout: ImportLayout): readonly string[] {
  const present = new Set(mapped.values());
  return layout.required
    .filter((choices) => !choices.some((column) => present.has(column)))
    .map((choices) => choices.map((column) => `${column} ${ALIASES[column][0]}`).join(' / '));
}
