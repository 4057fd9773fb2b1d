import { missingPhotoSentence } from './photo-words.ts';
import type { Language } from '../contract/system.ts';
import type { Problem, ProblemOf } from '../contract/problem.ts';
import type { ComposeRule } from '../domain/compose-rule.ts';
import { kilograms } from '../domain/weight.ts';
import type { Sentence } from './problem-sentences.ts';
import { batchRefusal } from './batch-refusals.ts';
import { heldSentence, stoppedSentence } from './shelf-sentences.ts';
import { unreadableFileSentence } from './unreadable-files.ts';

type Both = Readonly<Record<Language, Sentence>>;
const both = (zhTitle: string, zhAction: string, enTitle: string, enAction: string): Both => ({
  'zh-CN': { title: zhTitle, action: zhAction },
  en: { title: enTitle, action: enAction },
});

type ConnectionStep = Extract<Problem, { code: 'connection-failed' }>['step'];

const CONNECTION: Readonly<Record<ConnectionStep, Both>> = {
  offline: both(
    '连不上平台：网络不通',
    '请检查网线和路由器；打包可以照常，网络恢复后自动发出',
    'The platform cannot be reached: no network',
    'Check cable and router; packing goes on, everything is sent when it returns',
  ),
  timeout: both('平台没有及时回应', '请稍等再试', 'The platform did not answer in time', 'Wait a moment and try again'),
  tls: both(
    '安全连接没有建立',
    '请检查电脑时间；公司网络有拦截时请找网管',
    'No secure connection',
    'Check this machine’s clock; on an intercepting company network ask its admin',
  ),
  ip: both(
    '平台不接受这台电脑的 IP 地址',
    '请在平台后台的 IP 白名单里加上本机出口 IP。平台说：{{message}}',
    'The platform does not accept this machine’s IP address',
    'Add it to the IP allow-list in the platform’s console. It says: {{message}}',
  ),
  credentials: both(
    'AppID 或密钥不对',
    '请到平台后台重新复制密钥，在「店铺」里换上',
    'AppID or secret is wrong',
    'Copy the secret from the platform’s console again and replace it on the shops screen',
  ),
  permission: both(
    '账号没有这个接口的权限',
    '请店铺管理员在平台后台开通发货接口权限',
    'The account may not use this interface',
    'Have the shop’s admin enable the shipping interface in the platform’s console',
  ),
  quota: both(
    '今天的调用次数用完了',
    '请等额度恢复，或在平台后台申请更多',
    'Today’s call quota is used up',
    'Wait for it to reset, or apply for more in the platform’s console',
  ),
  frozen: both(
    '平台账号被冻结或已注销',
    '请店铺管理员联系平台',
    'The platform account is frozen or closed',
    'Have the shop’s admin contact the platform',
  ),
  clock: both(
    '这台电脑的时钟不准',
    '请打开系统的「自动设置时间」',
    'This machine’s clock is wrong',
    'Switch on automatic time in the system settings',
  ),
  busy: both('平台正忙', '请过一会儿再试', 'The platform is busy', 'Try again in a while'),
  'not-found': both(
    '平台上没有找到',
    '请核对店铺和订单号',
    'The platform does not have it',
    'Check the shop and the order number',
  ),
  'bad-answer': both(
    '平台的回答看不懂',
    '可能有网络登录页或代理拦截；请在浏览器里确认能上网，再试',
    'The platform’s answer makes no sense',
    'A log-in page or a proxy may be in between; check with a browser, then try again',
  ),
  refused: both('平台拒绝了', '平台说：{{message}}', 'The platform refused', 'It says: {{message}}'),
};

const FLAGS: Readonly<Record<Extract<Problem, { code: 'order-flagged' }>['flag'], Both>> = {
  'after-sale': both(
    '停！买家申请了退款',
    '把箱子放到问题架，不要交给快递，等主管处理',
    'Stop! The buyer asked for a refund',
    'Put the box on the problem shelf, do not hand it over, call the lead',
  ),
  'address-change': both(
    '停！买家要改地址',
    '先不要贴面单，等店铺处理改地址申请',
    'Stop! The buyer asked to change the address',
    'Do not label it; the shop must answer the request first',
  ),
  'sku-change': both(
    '停！买家要换规格',
    '先不要装箱，等店铺处理换规格申请',
    'Stop! The buyer asked for another variant',
    'Do not pack it; the shop must answer the request first',
  ),
  risk: both(
    '停！平台提示这一单有风险',
    '把箱子放到问题架，等平台通知',
    'Stop! The platform sees a risk in this order',
    'Put the box on the problem shelf and wait for the platform',
  ),
};

const SHIPPED_ELSEWHERE = both(
  '这一单已经发过了',
  '不是这个打包台发的：平台上已有快递单 {{waybill}}。不要重复发',
  'This order has been shipped already',
  'Not from this desk: the platform has waybill {{waybill}}. Do not ship it again',
);

const OWNED_ELSEWHERE = both(
  '这张快递单已经有订单了',
  '它是订单 {{orderId}} 的。请换一张面单',
  'This waybill has its order already',
  'It is the one of order {{orderId}}. Take another label',
);

const NOT_WAYBILL: Readonly<Record<Extract<Problem, { code: 'scan-not-waybill' }>['reason'], Both>> = {
  'goods-barcode': both(
    '这是商品条码，不是快递单',
    '请扫快递面单上的条形码',
    'That is a goods barcode, not a waybill',
    'Scan the barcode on the courier’s label',
  ),
  link: both(
    '这是二维码链接，不是快递单',
    '请扫面单上的条形码',
    'That is a QR code’s link, not a waybill',
    'Scan the barcode on the label',
  ),
  'order-number': both(
    '这是订单号，不是快递单',
    '请扫快递面单上的条形码',
    'That is the order number, not a waybill',
    'Scan the barcode on the courier’s label',
  ),
  'too-short': both(
    '单号太短，可能没有扫全',
    '请对准整条条形码再扫一次',
    'Too short: perhaps only half was read',
    'Aim at the whole barcode and scan again',
  ),
  'too-long': both('单号太长', '请一次只扫一个条形码', 'Too long', 'Scan one barcode at a time'),
  'bad-characters': both(
    '单号里有不该有的字符',
    '输入法开着时会这样：按 Shift 切到英文，再扫一次',
    'It contains characters no waybill has',
    'An input method may be on: switch it to English and scan again',
  ),
};

const RULES: Readonly<Record<ComposeRule, readonly [zh: string, en: string]>> = {
  'quantity-exceeds-order': [
    '件数超过订单还能发的数量，请取出多的',
    'More pieces than the order still needs: take the extra ones out',
  ],
  'goods-not-in-order': ['里面有不属于这一单的商品，请取出', 'It holds goods that are not in the order: take them out'],
  'after-sale-finished': ['里面有已退款的商品，请取出', 'It holds refunded goods: take them out'],
  'after-sale-open': [
    '里面有买家正在申请售后的商品，先不要发，请客服处理',
    'It holds goods with an open after-sale case: keep them, the shop deals with the case first',
  ],
  'whole-order-only': ['这一单必须整单一起发，不能分包裹', 'This order must leave as a whole, in one package'],
  'sku-in-one-package': ['同一规格必须放在同一个包裹里', 'All pieces of one variant must be in one package'],
  'virtual-needs-no-courier': [
    '虚拟商品不用快递单，直接确认发货',
    'Virtual goods need no waybill: confirm without one',
  ],
  'courier-needed': ['这一单要用快递发，请扫快递单', 'This order goes by courier: scan a waybill'],
  'pickup-needs-no-courier': [
    '这一单是同城配送或自提，不用快递单，直接确认',
    'This order is same-city or picked up: confirm without a waybill',
  ],
  'course-single-sku': ['课程包裹里只能有一种商品', 'A course package may hold one kind of goods only'],
  'course-incomplete': ['课程链接没有填完整', 'The course link is incomplete'],
  'course-goods-only': ['这个商品不是课程，不能带课程链接', 'These goods are no course and cannot carry a course link'],
  'serial-number-missing': ['这一单要扫序列号（国补），请补扫', 'This order needs serial numbers: scan them'],
  'serial-number-malformed': [
    '序列号格式不对，请重新扫 SN 码',
    'The serial number has the wrong form: scan the SN code again',
  ],
  'serial-number-count': [
    '要序列号的商品一箱只能装一件，请撤销后分箱（F3）',
    'A package takes one piece with a serial number: undo, then split with F3',
  ],
  'serial-number-per-piece': [
    '扫了识别码的商品，每一件都要扫一个',
    'Once one piece has its code scanned, every piece needs one',
  ],
  'child-order-missing': [
    '缺子订单号，分不了包裹；请重新拉取这一单',
    'Child order numbers are missing: pull this order again before splitting it',
  ],
  'back-office-only': [
    '这类商品不能用接口发货，请到店铺后台发',
    'Such goods cannot be shipped from here: ship them in the shop’s back office',
  ],
  'carrier-not-allowed': ['这一单不能用这家快递，请换一家', 'This order cannot use this carrier: choose another'],
};

/** The sentence that depends on a problem's own reason, where there is one. */
export function detailedSentence(problem: Problem, language: Language): Sentence | null {
  switch (problem.code) {
    case 'connection-failed':
      return CONNECTION[problem.step][language];
    case 'order-flagged':
      return FLAGS[problem.flag][language];
    case 'order-held':
      return heldSentence(problem, language);
    case 'box-stopped':
      return stoppedSentence(problem, language);
    case 'order-nothing-left':
      return problem.at === '' ? SHIPPED_ELSEWHERE[language] : null;
    case 'waybill-used':
      return problem.operator === '' ? OWNED_ELSEWHERE[language] : null;
    case 'photo-missing':
      return missingPhotoSentence(problem.why, language);
    case 'weight-implausible':
      return weightSentence(problem, language);
    case 'batch-needs-bench':
      return batchRefusal(problem.why, language);
    case 'scan-not-waybill':
      return NOT_WAYBILL[problem.reason][language];
    case 'file-unreadable':
      return unreadableFileSentence(problem.detail, language);
    default:
      return null;
  }
}

/** In kilograms, as weights are typed and as scales show them. */
function weightSentence({ grams, least, most }: ProblemOf<'weight-implausible'>, language: Language): Sentence {
  const [is, from, to] = [kilograms(grams), kilograms(least), kilograms(most)];
  return language === 'en'
    ? {
        title: `A weight of ${is} kg cannot be right`,
        action: `Packages of this shop weigh ${from} to ${to} kg. See what else lies on the scale, or type it again`,
      }
    : {
        title: `重量 ${is} 千克不对劲`,
        action: `这个店铺的包裹在 ${from} 到 ${to} 千克之间。请看秤上有没有别的东西，或重新输入`,
      };
}

/** What a platform forbids, as one sentence that also says what to do. */
export const ruleSentence = (rule: ComposeRule, language: Language): string => RULES[rule][language === 'en' ? 1 : 0];
