/**
 * The couriers of the Channels list with the shape of their parcel numbers. Couriers without a shape are checked only
 * for being a parcel number at all, as the platform publishes no rule for them.
 */
export type PracticeCarrier = {
  /** The code of the WeChat Channels list. */
  readonly code: string;
  readonly name: string;
  /** True where the platform offers electronic waybills. */
  readonly ewaybill: boolean;
  readonly shape?: RegExp;
  /** How to make a plausible number: `#` stands for a digit. */
  readonly pattern: string;
};

export const PRACTICE_CARRIERS: readonly PracticeCarrier[] = [
  { code: 'ZTO', name: '中通快递', ewaybill: true, shape: /^7[3-68]\d{12}$/, pattern: '78############' },
  { code: 'YTO', name: '圆通速递', ewaybill: true, shape: /^YT\d{13}$/i, pattern: 'YT#############' },
  { code: 'YUNDA', name: '韵达快递', ewaybill: true, shape: /^(?:[34]\d{14}|5\d{12})$/, pattern: '46#############' },
  { code: 'JTSD', name: '极兔速递', ewaybill: true, shape: /^JT\d{13}$/i, pattern: 'JT#############' },
  { code: 'STO', name: '申通快递', ewaybill: true, shape: /^(?:77|43)\d{12,15}$/, pattern: '777############' },
  { code: 'SF', name: '顺丰速运', ewaybill: true, shape: /^SF[A-Z0-9]\d{12}$/i, pattern: 'SF#############' },
  { code: 'JD', name: '京东快递', ewaybill: true, shape: /^JD[A-Z0-9]{2}\d{11}$/i, pattern: 'JDVA###########' },
  {
    code: 'EMS',
    name: '中国邮政',
    ewaybill: true,
    shape: /^(?:[981]\d{12}|P[A-Z]\d{11}|[A-Z]{2}\d{9}[A-Z]{2})$/i,
    pattern: '98###########',
  },
  { code: 'CNSD', name: '菜鸟速递(丹鸟)', ewaybill: true, shape: /^621\d{12}$/, pattern: '621############' },
  { code: 'DBKD', name: '德邦快递', ewaybill: true, shape: /^DPK\d{12}$/i, pattern: 'DPK############' },
  { code: 'SXJD', name: '顺心捷达', ewaybill: false, pattern: 'SX##########' },
  { code: 'ZTOKY', name: '中通快运', ewaybill: true, pattern: '5003########' },
  { code: 'YDKY', name: '韵达快运', ewaybill: true, pattern: '3200########' },
  { code: 'ANEKY', name: '安能物流', ewaybill: false, pattern: '3001########' },
  { code: 'BTWL', name: '百世快运', ewaybill: false, pattern: '2100########' },
  { code: 'KYSY', name: '跨越速运', ewaybill: true, pattern: 'KY4##########' },
  { code: 'YMDD', name: '壹米滴答', ewaybill: false, pattern: '1000########' },
  { code: 'RJTCSD', name: '锐界同城速递', ewaybill: false, pattern: 'RJ##########' },
  { code: 'ZJS', name: '宅急送', ewaybill: false, pattern: 'ZJS############' },
  { code: 'XFEX', name: '信丰物流', ewaybill: false, pattern: 'XF##########' },
  { code: 'JSD', name: '吉时达', ewaybill: false, pattern: 'JSD##########' },
];

/** The carrier code for a company that is not on the list. */
export const UNLISTED_CARRIER = 'OTHER';

/** Couriers that may carry subsidised goods in the practice shops. */
export const SUBSIDY_CARRIERS: readonly string[] = ['SF', 'JD', 'EMS', 'ZTO', 'YTO'];

export const findCarrier = (code: string): PracticeCarrier | undefined =>
  PRACTICE_CARRIERS.find((carrier) => carrier.code === code);
