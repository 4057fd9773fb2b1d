import type { ProblemOf } from '../contract/problem.ts';
import type { Language } from '../contract/system.ts';
import type { BoxPlace, HoldReason, StopCause, StopReason } from '../domain/problem-shelf.ts';
import { describeCode } from './explain-op.ts';
import { recentWords } from './moment-words.ts';
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

/** The alarm for a box that is saved already: why, and what to do. Its order, its place and {@link platformSaid} stand beside it. */
export const stoppedSentence = (box: ProblemOf<'box-stopped'>, language: Language): Sentence =>
  language === 'en'
    ? {
        title: `Stop! Pull box {{packageNo}}: ${stopWords(box, language)}`,
        action: (box.handedAt === undefined ? FIND : CALL_BACK).en,
      }
    : {
        title: `停！拦下第 {{packageNo}} 箱：${stopWords(box, language)}`,
        action: (box.handedAt === undefined ? FIND : CALL_BACK)['zh-CN'],
      };

const FIND = words('找出来，放到问题架 {{shelf}} 号', 'Find it, put it on shelf place {{shelf}}');
const CALL_BACK = words(
  '快递已经拿走：马上联系快递追回，回来放到问题架 {{shelf}} 号',
  'The courier has it: call them to bring it back, then shelf place {{shelf}}',
);

/** Where a box is, in a few words a packer can walk to. */
export function placeWords(place: BoxPlace, language: Language, nowMs: number): string {
  const en = language === 'en';
  switch (place.at) {
    case 'bench':
      return en ? 'on the bench in front of you' : '就在打包台上';
    case 'shelf':
      return en ? `on problem shelf place ${place.place}` : `在问题架 ${place.place} 号`;
    case 'here': {
      const when = recentWords(place.savedAt, language, nowMs);
      return en
        ? `${labelled(place, language)}, saved ${when} by ${place.by}, not handed over yet`
        : `${labelled(place, language)}，${place.by} ${when} 存的，还没交给快递`;
    }
    case 'courier': {
      const when = recentWords(place.handedAt, language, nowMs);
      return en
        ? `${labelled(place, language)}: the courier took it ${when} (handed over by ${place.by})`
        : `${labelled(place, language)}：快递 ${when} 已拿走（${place.by} 交的）`;
    }
    case 'elsewhere':
      return en ? `not shipped at this desk, waybill …${place.tail}` : `不是这台发的，快递单尾号 ${place.tail}`;
  }
}

type Labelled = Extract<BoxPlace, { readonly no: number }>;

function labelled({ no, carrierName, tail }: Labelled, language: Language): string {
  const [box, label] =
    language === 'en' ? [`box ${no}`, `${carrierName} …${tail}`] : [`第 ${no} 箱`, `${carrierName} 尾号 ${tail}`];
  return tail === '' ? box : `${box}${language === 'en' ? ', ' : '，'}${label.trim()}`;
}

/** The platform's own words about a box it holds, short enough for the alarm; empty where there are none. */
export const platformSaid = ({ cause }: Pick<ProblemOf<'box-stopped'>, 'cause'>): string =>
  cause?.message.slice(0, MESSAGE_SHOWN) ?? '';

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
