import { itemKey } from '../../../../shared/domain/platforms/douyin-fengchao/reply-key.ts';
import type { ExactJson } from '../../../../shared/kernel/json.ts';
import { displayMessage } from '../http/redact.ts';
import { idOf, isObject, textOf, wholeNumber, type DouyinReply, type JsonObject } from './reply.ts';
import type { WireEntry } from './wire.ts';

/** What the answer says about one asked order; null where it does not say it exactly once. */
export type ItemAnswer = {
  /** `0`, or the key of the catalogue's entry, or the item's own code. */
  readonly key: string;
  readonly message: string;
};

/** The item of each asked entry, in the order asked, and how many items belong to nothing we asked. */
export function matchItems(
  asked: readonly WireEntry[],
  reply: DouyinReply,
  secrets: readonly string[],
): { readonly answers: readonly (ItemAnswer | null)[]; readonly foreign: number } {
  const { data } = reply.json;
  const items: readonly ExactJson[] = Array.isArray(data) ? data : isObject(data) ? [data] : [];
  const objects = items.filter(isObject);
  const answers = asked.map((entry) => {
    const ofOrder = objects.filter((item) => speaksOf(item, entry));
    const [only] = ofOrder;
    return only !== undefined && ofOrder.length === 1 && echoes(only, entry) ? answerOf(only, secrets) : null;
  });
  const foreign = items.length - objects.filter((item) => asked.some((entry) => echoes(item, entry))).length;
  return { answers, foreign };
}

/** True where an item names the order or our own mark, rightly or not: two of those make neither believable. */
const speaksOf = (item: JsonObject, entry: WireEntry): boolean =>
  idOf(item['order_id']) === entry.orderId ||
  (entry.requestId !== '' && [item['object_id'], item['request_id']].some((mark) => idOf(mark) === entry.requestId));

/** Whole orders are known again by order, carrier and waybill; packages by the mark that is given back as it came. */
function echoes(item: JsonObject, entry: WireEntry): boolean {
  const orderId = idOf(item['order_id']);
  if (entry.requestId === '')
    return (
      orderId === entry.orderId &&
      textOf(item['company_code']) === entry.companyCode &&
      idOf(item['logistics_code']) === entry.waybill
    );
  const marks = [item['object_id'], item['request_id']].map(idOf).filter((mark) => mark !== '');
  return (
    marks.length > 0 && marks.every((mark) => mark === entry.requestId) && (orderId === '' || orderId === entry.orderId)
  );
}

/** Success is the exact number 0; a code that is no number says nothing. */
function answerOf(item: JsonObject, secrets: readonly string[]): ItemAnswer | null {
  const code = wholeNumber(item['code']);
  if (code === null) return null;
  const texts = [...new Set([textOf(item['msg']), textOf(item['message']), textOf(item['sub_msg'])])].filter(Boolean);
  const message = displayMessage(texts.join(' '), secrets);
  if (code === 0) return { key: '0', message };
  return { key: itemKey({ code: String(code), subCode: idOf(item['sub_code']), text: texts.join(' ') }), message };
}
