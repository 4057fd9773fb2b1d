import type { ProblemOf } from '../contract/problem.ts';
import type { Language } from '../contract/system.ts';
import type { HoldReason, StopCause, StopReason } from '../domain/problem-shelf.ts';
import { describeCode } from './explain-op.ts';
import type { Sentence } from './problem-sentences.ts';

type Words = Readonly<Record<Language, string>>;
const words = (zh: string, en: string): Words => ({ 'zh-CN': zh, en });

/** Longest text of a platform on the alarm; the whole stands in the package's story. */
const MESSAGE_SHOWN = 60;

/** Why an order was put aside, as the packer picked it. */
const HOLD: Readonly<Record<HoldReason, Words>> = {
  later: words('回头再做', 'Later'),
  short: words('缺货、少件', 'Goods missing'),
  damaged: words('商品破损', 'Goods damaged'),
  unclear: words('和订单对不上', 'Does not match the order'),
  buyer: words('买家有要求，等客服', 'The buyer asked for something'),
  other: words('其他', 'Something else'),
  stopped: words('平台或买家叫停', 'Stopped by platform or buyer'),
};

/** Why a saved box must not leave. */
const STOP: Readonly<Record<StopReason, Words>> = {
  'after-sale': words('买家申请了退款', 'the buyer asked for a refund'),
  'address-change': words('买家要改地址', 'the buyer asked to change the address'),
  'sku-change': words('买家要换规格', 'the buyer asked for another variant'),
  risk: words('平台提示有风险', 'the platform sees a risk'),
  closed: words('订单已关闭', 'the order was closed'),
  platform: words('平台不让发', 'the platform holds the order'),
};

export const holdReasonWords = (reason: HoldReason, language: Language): string => HOLD[reason][language];
export const stopReasonWords = (reason: StopReason, language: Language): string => STOP[reason][language];

/** Why a box must not leave: the order's flag, else what the platform's code means. */
export const stopWords = (
  { reason, cause }: { readonly reason: StopReason; readonly cause?: StopCause | undefined },
  language: Language,
): string =>
  (cause === undefined ? null : describeCode({ ...cause, platformMessage: cause.message }, language)) ??
  STOP[reason][language];

/** The alarm for a box that is saved already: why, and where it is. */
export const stoppedSentence = (box: ProblemOf<'box-stopped'>, language: Language): Sentence =>
  language === 'en'
    ? {
        title: `Stop! Pull box {{packageNo}}: ${stopWords(box, language)}`,
        action: `Order {{orderId}}, waybill …{{tail}}, saved {{at}} by {{operator}}. Find it, put it on shelf place {{shelf}}${saidBy(box, '. The platform said: “', '”')}`,
      }
    : {
        title: `停！拦下第 {{packageNo}} 箱：${stopWords(box, language)}`,
        action: `订单 {{orderId}}，快递单尾号 {{tail}}，{{operator}} {{at}} 存的。找出来放到问题架 {{shelf}} 号${saidBy(box, '。平台说：「', '」')}`,
      };

/** The platform's own words, where there are any besides its code's meaning. */
const saidBy = ({ cause }: Pick<ProblemOf<'box-stopped'>, 'cause'>, before: string, after: string): string =>
  cause === undefined || cause.message === '' ? '' : `${before}${cause.message.slice(0, MESSAGE_SHOWN)}${after}`;

/** A held order that was scanned by somebody who may not lift it. */
export function heldSentence({ reason, note }: ProblemOf<'order-held'>, language: Language): Sentence {
  const why = HOLD[reason][language] + (note === '' ? '' : language === 'en' ? ' ({{note}})' : '（{{note}}）');
  return language === 'en'
    ? {
        title: 'On problem shelf place {{shelf}}',
        action: `${why}. Put aside {{at}} by {{operator}}: a lead has to lift it, then scan it again`,
      }
    : {
        title: '这一单在问题架 {{shelf}} 号',
        action: `${why}，{{operator}} {{at}} 挂起的。请主管解除，再扫这一单`,
      };
}
