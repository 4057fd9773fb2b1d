/** Longest platform text that is kept, in characters. */
export const MAX_MESSAGE_LENGTH = 500;

const MASK = '***';

const SECRET_PAIR =
  /((?:access_token|component_access_token|app_?secret|secret|password|authorization|sign)["']?\s*[=:]\s*(?:bearer\s+)?["']?)[^\s"'&,;}]+/gi;

/** Takes the given secrets out of a text, also URL-encoded and in base64, and whatever follows a secret's usual name. */
export function redactSecrets(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) {
    if (secret.length < 4) continue;
    const forms = [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64').replace(/=+$/, '')];
    for (const form of forms) clean = clean.replaceAll(form, MASK);
  }
  return clean.replace(SECRET_PAIR, `$1${MASK}`);
}

// A platform's sentence may quote the buyer: a mobile number on its own, and what stands behind the word for a person,
// a phone or a postal address, up to the next stop. `IP地址` is a machine's.
const MOBILE = /(?<![\dA-Za-z])(?:\+?86[- ]?)?1[3-9]\d{9}(?![\dA-Za-z])/g;
const PERSONAL_PAIR =
  /((?:收[货件]人|买家|姓名|手机号?码?|电话|(?<!IP|ip|Ip)地址|receiver|consignee|(?:buyer|user)_?name|phone|mobile|(?<!ip )address)["']?\s*[:：=]\s*["']?)[^\s"'&,，;；。}]+/gi;

/** Takes a buyer out of a platform's sentence, as far as one can be told: none is needed to ship (RELIABILITY S31). */
const redactPersons = (text: string): string => text.replace(PERSONAL_PAIR, `$1${MASK}`).replace(MOBILE, MASK);

// C0, DEL, C1, soft hyphen, zero-width, bidi controls, line separators, byte order mark and tag characters.
const UNSEEN =
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu;

const mark = (character: string): string => {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x20) return String.fromCodePoint(0x2400 + point);
  if (point === 0x7f) return '\u2421';
  return `[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`;
};

/**
 * A platform's text as it may be stored and shown: secrets and buyers out, invisible and direction-changing characters as marks,
 * at most {@link MAX_MESSAGE_LENGTH} characters. It is display data and never decided on.
 */
export function displayMessage(text: string, secrets: readonly string[] = []): string {
  // Secrets go first: a cut through the middle of one would leave half of it behind.
  const seen = redactPersons(redactSecrets(text, secrets))
    .slice(0, MAX_MESSAGE_LENGTH * 4)
    .replace(UNSEEN, mark)
    .trim();
  const characters = [...seen];
  return characters.length <= MAX_MESSAGE_LENGTH ? seen : `${characters.slice(0, MAX_MESSAGE_LENGTH - 1).join('')}…`;
}
