import type { PackingView, PackLineView } from '../../shared/contract/packing.ts';
import { emptyBench } from './fake-desk.ts';

export const line = (lineNo: number, over: Partial<PackLineView> = {}): PackLineView => ({
  lineNo,
  title: `商品 ${lineNo}`,
  variant: '',
  skuCode: `SKU-${lineNo}`,
  barcode: `690000000000${lineNo}`,
  imageUrl: '',
  wanted: 1,
  packed: 0,
  needsSerialNumber: false,
  ...over,
});

export type OpenOrder = NonNullable<PackingView['order']>;

export const order = (lines: readonly PackLineView[], over: Partial<OpenOrder> = {}): OpenOrder => ({
  shopId: 's1',
  shop: '山野茶铺',
  platform: 'wechat-channels',
  training: false,
  orderId: '3704612354559743233',
  deadline: null,
  note: '',
  sellerNote: '',
  flags: [],
  deliverMethod: 'courier',
  lines: [...lines],
  ...over,
});

/** A bench with an open order; what is not packed counts as unpacked. */
export const bench = (lines: readonly PackLineView[], over: Partial<PackingView> = {}): PackingView => ({
  ...emptyBench,
  step: 'items',
  order: order(lines),
  packages: [{ no: 1, state: 'open', items: [], carrierName: '', waybill: '', opId: null }],
  currentPackage: 1,
  unpacked: lines.reduce((sum, { wanted, packed }) => sum + wanted - packed, 0),
  ...over,
});
