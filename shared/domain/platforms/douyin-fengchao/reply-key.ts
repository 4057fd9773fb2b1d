import { GATEWAY, TEXT } from './code-entry.ts';
import { douyinFengchaoCodes } from './code-list.ts';

/** What one item of an answer says, as text; `subCode` is empty where there is none. */
export type ItemWords = { readonly code: string; readonly subCode: string; readonly text: string };

/**
 * Which entry an item belongs to. How the gateway fills an item's own code is not published, so Douyin's number is
 * looked for in `sub_code` and as `NNNNN:text` first, then the document's texts are tried, then the item's code itself.
 * Two different numbers, or two texts, are not guessed between: the item's own code stands, which is then unknown.
 */
export function itemKey({ code, subCode, text }: ItemWords): string {
  const named = [...new Set([...numbersIn(subCode), ...numbersIn(text)])];
  const known = named.filter((number) => NUMBERS.has(number));
  if (known.length > 1) return NUMBERS.has(code) || code === '0' ? `${TEXT}:several` : code;
  const [number] = known;
  if (number !== undefined) return number;
  // The page says 退款需要处理, Douyin itself 退款申请需要处理.
  const said = plain(text).replaceAll('退款申请', '退款');
  const phrases = PHRASES.filter(({ phrase }) => said.includes(phrase));
  const [only] = phrases;
  if (only !== undefined && phrases.length === 1) return only.key;
  return named[0] ?? code;
}

/** Douyin writes its number as `NNNNN:text`, or after the name of its family: `isv.business-failed:NNNNN`. */
function numbersIn(text: string): readonly string[] {
  const plainly = text.normalize('NFKC');
  const family = [...plainly.matchAll(/(?:^|[^0-9A-Za-z])is[vp]\.[a-z-]+:(\d{4,6})(?!\d)/g)].flatMap(
    ([, no]) => no ?? [],
  );
  const leading = /^\s*(\d{4,6})(?:\s*:|\s*$)/.exec(plainly)?.[1];
  return leading === undefined ? family : [leading, ...family];
}

/**
 * Which refusal an answer of the gateway itself is: null for one nobody has listed, which leaves everything open. Only
 * sentences about the request's own envelope are listed, for those are checked before any order is looked at.
 */
export function gatewayKey(text: string): string | null {
  const said = plain(text);
  const fitting = [...new Set(GATEWAY_WORDS.filter(([words]) => words.test(said)).map(([, slug]) => slug))];
  const [only] = fitting;
  return only === undefined || fitting.length > 1 ? null : `${GATEWAY}:${only}`;
}

const GATEWAY_WORDS: readonly (readonly [words: RegExp, slug: string])[] = [
  [
    /签名(?:错误|不正确|无效|有误|验证失败|校验失败|不匹配|不一致)|(?:invalid|wrong)sign|sign(?:ature)?(?:error|invalid|incorrect|notmatch)/,
    'signature',
  ],
  [/appid(?:错误|不存在|无效|不正确|invalid|notfound)|invalidappid/, 'appid'],
  [
    /时间戳(?:错误|过期|无效|不正确|已失效|超时)|timestamp(?:error|expired|invalid)|invalidtimestamp|请求已?过期/,
    'clock',
  ],
  [/(?:店铺|商家|卖家|seller_?nick)(?:未授权|没有授权|授权已?过期|授权已?失效|未订购|不存在)/, 'grant'],
  [/调用次数(?:不足|已用完|用完)|余额不足/, 'quota'],
  [/^(?:请求)?参数(?:错误|不正确|格式错误|为空|缺失)|request_data(?:错误|为空|格式错误|不能为空)/, 'parameter'],
  [/超过100(?:个|单|条)/, 'batch'],
];

/** Blanks, full-width forms and marks of quotation differ between the document and what arrives. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s"'“”‘’「」]+/g, '')
    .toLowerCase();

const NUMBERS: ReadonlySet<string> = new Set(
  douyinFengchaoCodes.filter((entry) => entry.key === undefined).map((entry) => entry.code),
);
const PHRASES = douyinFengchaoCodes.flatMap(({ key, phrase }) =>
  key === undefined || phrase === undefined ? [] : [{ key, phrase: plain(phrase) }],
);
