/** Longest platform text that is kept, in characters. */
export const MAX_MESSAGE_LENGTH = 500;

const MASK = '***';

/** An address without user, password, fragment and query values: `https://host/path?access_token=***`. */
export function redactUrl(url: string): string {
  if (!URL.canParse(url)) return '[not an address]';
  const { protocol, host, pathname, searchParams } = new URL(url);
  const names = [...new Set(searchParams.keys())].map((name) => `${encodeURIComponent(name)}=${MASK}`);
  return `${protocol}//${host}${pathname}${names.length > 0 ? `?${names.join('&')}` : ''}`;
}

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
 * A platform's text as it may be stored and shown: secrets out, invisible and direction-changing characters as marks,
 * at most {@link MAX_MESSAGE_LENGTH} characters. It is display data and never decided on.
 */
export function displayMessage(text: string, secrets: readonly string[] = []): string {
  // Secrets go first: a cut through the middle of one would leave half of it behind.
  const seen = redactSecrets(text, secrets)
    .slice(0, MAX_MESSAGE_LENGTH * 4)
    .replace(UNSEEN, mark)
    .trim();
  const characters = [...seen];
  return characters.length <= MAX_MESSAGE_LENGTH ? seen : `${characters.slice(0, MAX_MESSAGE_LENGTH - 1).join('')}…`;
}
