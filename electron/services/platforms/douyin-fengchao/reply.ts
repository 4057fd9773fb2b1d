import { parseLenientJson, type ExactJson } from '../../../../shared/kernel/json.ts';
import { displayMessage } from '../http/redact.ts';

export type JsonObject = { readonly [key: string]: ExactJson };

/** What the body of an answer says about the call as a whole. */
export type DouyinReply = {
  /** The exact number, or null where it is missing, not a number or not a whole one. */
  readonly code: number | null;
  /** The gateway's own words, for the one table that matches on them. */
  readonly words: string;
  /** The same for people, redacted. */
  readonly message: string;
  readonly traceId: string;
  readonly json: JsonObject;
};

/** Reads a body as an answer of the gateway; null where it is not one JSON object. Never throws. */
export function readReply(text: string, secrets: readonly string[]): DouyinReply | null {
  const parsed = parseLenientJson(text);
  if (!parsed.ok || !isObject(parsed.value)) return null;
  const json = parsed.value;
  const words = textOf(json['message']) || textOf(json['msg']);
  return {
    code: wholeNumber(json['code']),
    words,
    message: displayMessage(words, secrets),
    traceId: displayMessage(textOf(json['trace_id']), secrets).slice(0, MAX_TRACE),
    json,
  };
}

/** Only the outer code of a body, null where there is none. */
export const outerCode = (text: string): number | null => readReply(text, [])?.code ?? null;

/** The object of an answer that has `field`: reads wrap Douyin's own answer in `data`, once or twice. */
export function contentWith(json: JsonObject, field: string): JsonObject | null {
  let level: readonly JsonObject[] = [json];
  for (let depth = 0; depth <= MAX_DEPTH && level.length > 0; depth += 1) {
    const found = level.find((candidate) => Object.hasOwn(candidate, field));
    if (found !== undefined) return found;
    level = level.flatMap((candidate) => Object.values(candidate).filter(isObject));
  }
  return null;
}

const MAX_DEPTH = 3;
const MAX_TRACE = 128;
const MAX_WORDS = 2_000;

/** A number exactly as it stands; text such as `"0"` is none. */
export const wholeNumber = (value: ExactJson | undefined): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : null;

export const textOf = (value: ExactJson | undefined): string =>
  typeof value === 'string' ? value.slice(0, MAX_WORDS) : '';

/** An id as text: what a JavaScript number cannot hold has become text while parsing. */
export const idOf = (value: ExactJson | undefined): string =>
  typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : textOf(value);

export const isObject = (value: ExactJson | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
