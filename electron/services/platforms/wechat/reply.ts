import { parseLenientJson, type ExactJson } from '../../../../shared/kernel/json.ts';
import { displayMessage } from '../http/redact.ts';

/** What the body of an answer says, before it means anything. */
export type WechatReply = {
  /** The exact number, or null where it is missing, not a number or not a whole one. */
  readonly errcode: number | null;
  /** For people: redacted, without the request id. */
  readonly message: string;
  /** WeChat's request id, which its support asks for; empty where there is none. */
  readonly rid: string;
  readonly json: { readonly [key: string]: ExactJson };
};

const RID = /,?\s*(?:hint:\s*\[[^\]]*\]\s*)?rid:\s*([0-9A-Za-z-]{1,64})\s*$/i;

const MAX_TAIL = 200;

/** Reads a body as a WeChat answer; null where it is not one JSON object. Never throws. */
export function readReply(text: string, secrets: readonly string[]): WechatReply | null {
  const parsed = parseLenientJson(text);
  if (!parsed.ok || !isObject(parsed.value)) return null;
  const { errcode, errmsg } = parsed.value;
  const words = typeof errmsg === 'string' ? errmsg : '';
  // The id stands at the end; a search of the whole text would be slow on a hostile megabyte of blanks.
  const tailAt = Math.max(0, words.length - MAX_TAIL);
  const found = RID.exec(words.slice(tailAt));
  const said = found === null ? words : words.slice(0, tailAt + found.index);
  return {
    errcode: typeof errcode === 'number' && Number.isSafeInteger(errcode) ? errcode : null,
    message: displayMessage(said.replace(/^[\s,]+/, ''), secrets),
    rid: found?.[1] ?? '',
    json: parsed.value,
  };
}

const isObject = (value: ExactJson): value is { readonly [key: string]: ExactJson } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
