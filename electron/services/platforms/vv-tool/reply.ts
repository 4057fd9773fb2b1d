import { replyKey } from '../../../../shared/domain/platforms/vv-tool/reply-key.ts';
import { parseLenientJson, type ExactJson } from '../../../../shared/kernel/json.ts';
import { displayMessage } from '../http/redact.ts';

type JsonObject = { readonly [key: string]: ExactJson };

/** What the body of an answer says, before it means anything. */
export type VvReply = {
  /** The exact number, or null where it is missing, not a number or not a whole one. */
  readonly code: number | null;
  /** The code as it is looked up and written down: told apart by the text where one code has several meanings. */
  readonly key: string | null;
  /** For people, redacted. */
  readonly message: string;
  /** True only where the answer says so in every place it speaks of success, and in one at least. */
  readonly success: boolean;
  /** Points the call cost, null where nothing is said. */
  readonly charge: number | null;
  /** Where a person authorises the shop; empty where there is none. */
  readonly link: string;
  readonly json: JsonObject;
};

/** Reads a body as an answer of the aggregator; null where it is not one JSON object. Never throws. */
export function readReply(text: string, secrets: readonly string[]): VvReply | null {
  const parsed = parseLenientJson(text);
  if (!parsed.ok || !isObject(parsed.value)) return null;
  const json = parsed.value;
  const { code } = json;
  const exact = typeof code === 'number' && Number.isSafeInteger(code) ? code : null;
  const said = [...new Set(parts(json).flatMap(wordsOf))].join(' ');
  return {
    code: exact,
    key: exact === null ? null : replyKey(String(exact), said),
    message: displayMessage(said, secrets),
    success: saysSuccess(json),
    charge: chargeOf(json),
    link: linkOf(json, secrets),
    json,
  };
}

/** The answer's own level and the one entry of its `data`: the document's table and sample put fields in either. */
function parts(json: JsonObject): readonly JsonObject[] {
  const { data } = json;
  const inner = Array.isArray(data) ? (data as readonly ExactJson[])[0] : data;
  return isObject(inner) ? [json, inner] : [json];
}

/** More than one entry would speak of more than the one shipment that was asked for. */
function saysSuccess(json: JsonObject): boolean {
  if (Array.isArray(json['data']) && json['data'].length > 1) return false;
  const said = parts(json).flatMap((part) => (part['success'] === undefined ? [] : [part['success']]));
  return said.length > 0 && said.every((value) => value === true);
}

const WORDS = ['msg', 'message', 'sub_code', 'sub_msg', 'error'] as const;
const MAX_WORDS = 2_000;

const wordsOf = (part: JsonObject): readonly string[] =>
  WORDS.flatMap((name) => {
    const value = part[name];
    return typeof value === 'string' && value.trim() !== '' ? [value.slice(0, MAX_WORDS)] : [];
  });

function chargeOf(json: JsonObject): number | null {
  const said = parts(json).map((part) => part['withholding_money']);
  const points = said.find((value) => typeof value === 'number' && Number.isFinite(value) && value >= 0);
  return typeof points === 'number' ? points : null;
}

const MAX_LINK = 400;

function linkOf(json: JsonObject, secrets: readonly string[]): string {
  const said = parts(json).map((part) => part['url']);
  const link = said.find((value) => typeof value === 'string' && isWebAddress(value));
  return typeof link === 'string' ? displayMessage(link, secrets) : '';
}

const isWebAddress = (text: string): boolean =>
  text.length <= MAX_LINK && /^https?:\/\/[^\s"'<>\\]+$/i.test(text) && URL.canParse(text);

const isObject = (value: ExactJson | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
