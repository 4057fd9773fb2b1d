import type { Lesson } from './practice-sheet.ts';

/** The words of the printed practice sheet. */
export type SheetWords = {
  readonly title: string;
  readonly intro: string;
  readonly steps: readonly string[];
  readonly order: string;
  readonly goods: string;
  readonly waybill: string;
  readonly second: string;
  readonly serial: string;
  readonly pieces: (count: number) => string;
  readonly empty: string;
  readonly footer: string;
  readonly noWaybill: string;
  readonly lessons: Readonly<Record<Lesson, string>>;
};

const zh: SheetWords = {
  title: '发货台 · 练习单',
  intro: '用扫码枪依次扫下面的条码，没有扫码枪也可以手输数字后按回车。这些都是练习订单，不会发出任何真实包裹。',
  steps: ['扫订单号', '按件数扫每件商品', '扫快递单号，听到提示音、看到“已存”即完成'],
  order: '① 订单号',
  goods: '② 商品',
  waybill: '③ 快递单号',
  second: '分成两包时再用第二个单号',
  serial: '序列号 SN',
  pieces: (count) => `× ${count} 件`,
  empty: '没有可以发货的练习订单了。',
  footer: '练习数据 · 店铺、商品、单号均为虚构',
  noWaybill: '不用快递单：核对商品后按 F3',
  lessons: {
    subsidy: '国补：每件要扫序列号',
    'same-city': '同城配送：不用快递单',
    pickup: '自提：不用快递单',
    'after-sale': '买家申请退款：应当拦下',
    'part-refunded': '部分已退款：退了的不装',
    'address-change': '买家改地址：应当拦下',
    risk: '平台风险单：应当拦下',
  },
};

const en: SheetWords = {
  title: 'Dispatch Desk · practice sheet',
  intro:
    'Scan the barcodes below in order, or type a number and press Enter. These are practice orders: no real parcel leaves.',
  steps: [
    'Scan the order',
    'Scan every piece of the goods',
    'Scan the waybill: done when you hear the tone and see “Saved”',
  ],
  order: '① Order',
  goods: '② Goods',
  waybill: '③ Waybill',
  second: 'The second number is for a second package',
  serial: 'Serial number',
  pieces: (count) => `× ${count}`,
  empty: 'There is no practice order left to ship.',
  footer: 'Practice data: shops, goods and numbers are invented',
  noWaybill: 'No waybill: check the goods, then F3',
  lessons: {
    subsidy: 'subsidised: scan each serial number',
    'same-city': 'same-city: no waybill',
    pickup: 'pick-up: no waybill',
    'after-sale': 'refund asked for: must be stopped',
    'part-refunded': 'partly refunded: leave those pieces out',
    'address-change': 'address change: must be stopped',
    risk: 'risk hold: must be stopped',
  },
};

export const SHEET_WORDS = { zh, en } as const;
