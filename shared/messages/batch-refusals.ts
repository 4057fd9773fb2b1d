import type { BatchRefusal } from '../contract/problem.ts';
import type { Language } from '../contract/system.ts';
import type { Sentence } from './problem-sentences.ts';

/** Why an order cannot be shipped by one scan, in words; what to do is the same for all of them. */
export const batchRefusal = (why: BatchRefusal, language: Language): Sentence =>
  language === 'en'
    ? { title: EN[why], action: 'Put this box aside and pack it at the bench; F8 goes on' }
    : { title: ZH[why], action: '拿开这一箱，回头到打包台做；按 F8 接着扫' };

const ZH: Readonly<Record<BatchRefusal, string>> = {
  'several-packages': '这一单要分几个包裹',
  'several-orders': '几个订单用同一张面单',
  'serial-numbers': '这一单要扫序列号',
  held: '这一单挂起过，箱子里可能不齐',
  'no-courier': '这一单不用快递',
  'no-waybill': '这一单还没有打好的面单',
  'two-waybills': '这一单打好的面单和先扫的快递单不是同一张',
  'carrier-unclear': '这张面单认不准是哪家快递',
  'too-many-pieces': '这一单件数多，要逐件核对',
  weight: '这个店铺的包裹要称重',
  photo: '这个店铺的包裹要拍照',
};

const EN: Readonly<Record<BatchRefusal, string>> = {
  'several-packages': 'This order leaves in several packages',
  'several-orders': 'Several orders have this label',
  'serial-numbers': 'This order needs serial numbers',
  held: 'This order was put on hold; its box may be incomplete',
  'no-courier': 'This order needs no courier',
  'no-waybill': 'This order has no printed label yet',
  'two-waybills': 'The label printed for this order is not the waybill scanned ahead',
  'carrier-unclear': 'The carrier of this label is not certain',
  'too-many-pieces': 'This order has many pieces: check them one by one',
  weight: 'Packages of this shop are weighed',
  photo: 'Packages of this shop are photographed',
};
