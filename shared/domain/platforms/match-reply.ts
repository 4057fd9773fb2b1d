import { lookup } from './catalogue.ts';
import { gatewayKey, itemKey } from './douyin-fengchao/reply-key.ts';
import { type PlatformId, PlatformIdSchema } from './platform-id.ts';
import type { CatalogueEntry } from './reply-class.ts';
import { replyKey } from './vv-tool/reply-key.ts';

/**
 * Which entry a code or a whole pasted answer stands for on one platform, by the rules the outbox reads answers with;
 * null where nobody has documented it.
 */
export function matchReply(platform: PlatformId, pasted: string): CatalogueEntry | null {
  const text = pasted.normalize('NFKC').trim();
  const code = codeIn(text);
  for (const key of KEYS[platform](code, text)) {
    const entry = key === '' ? null : lookup(platform, key);
    if (entry !== null) return entry;
  }
  return null;
}

/** The same on every platform. */
export const matchReplies = (pasted: string): readonly CatalogueEntry[] =>
  PlatformIdSchema.options.flatMap((platform) => matchReply(platform, pasted) ?? []);

/** The code a text gives as its own: `"errcode":606005`, `code=614`, or a text that is or begins with nothing else. */
export function codeIn(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const named = /(?:err_?code|sub_?code|\bcode|代码|错误码)["'”]?\s*(?:[:=]|为|是)?\s*["'“]?(-?\d{1,12})(?!\d)/i.exec(
    plain,
  )?.[1];
  const alone = /^\(?(-?\d{1,12}|http-\d{3})\)?(?=$|[\s:,;.，。、)|])/i.exec(plain)?.[1];
  return named ?? alone?.toLowerCase() ?? null;
}

/** What to look up on each platform, the surest first. */
const KEYS: Readonly<Record<PlatformId, (code: string | null, text: string) => readonly string[]>> = {
  'wechat-channels': (code, text) => [text, code ?? longNumberIn(text)],
  'wechat-mini-shop': (code, text) => [text, code ?? longNumberIn(text)],
  'wechat-dropship': (code, text) => [text, code ?? longNumberIn(text)],
  'douyin-fengchao': (code, text) => [
    text,
    ...messagesIn(text).map((said) => itemKey({ code: code ?? '', subCode: '', text: said })),
    gatewayKey(text) ?? '',
  ],
  'vv-tool': (code, text) => [text, ...(code === null ? spokenCodes(text) : [replyKey(code, text)])],
};

/** What an answer pasted as JSON says in words; a text that is none says itself. */
function messagesIn(text: string): readonly string[] {
  const quoted = [...text.matchAll(/"(?:err_?msg|sub_msg|msg|message)"\s*:\s*"([^"]+)"/gi)].flatMap(
    ([, said]) => said ?? [],
  );
  return quoted.length > 0 ? quoted : [text];
}

/** A sentence without a code: only one of the listed texts is found, never the code that stands for the unlisted rest. */
const spokenCodes = (text: string): readonly string[] =>
  ['614', '204'].map((code) => replyKey(code, text)).filter((key) => key.includes(':'));

/** Somebody's sentence about a code: `发货失败 606005，请…`. Short numbers in a sentence are counts and dates. */
const longNumberIn = (text: string): string => /(?<![\dA-Za-z])\d{5,10}(?![\dA-Za-z])/.exec(text)?.[0] ?? '';
