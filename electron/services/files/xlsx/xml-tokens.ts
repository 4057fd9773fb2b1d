/** What a document's text is told to, tag by tag. Names come without their namespace prefix. */
export type XmlListener = {
  /** `attributes` is the raw text behind the name; read it with {@link attribute}. */
  readonly open: (name: string, attributes: string) => void;
  readonly close: (name: string) => void;
  /** Text between tags with entities resolved; one run of text may come in several pieces. */
  readonly text: (text: string) => void;
};

export type XmlFeed = {
  /** False where the text cannot be a document: a tag that does not end. */
  readonly push: (chunk: string) => boolean;
};

/** Longest tag or comment that is waited for. */
const MAX_PENDING = 1024 * 1024;

/**
 * Reads XML as it arrives, the part that spreadsheets use: elements, attributes, text, CDATA; declarations and comments
 * are passed over and no entity but the five of XML and character references is ever expanded.
 */
export function createXmlFeed(listener: XmlListener): XmlFeed {
  let pending = '';
  return {
    push: (chunk) => {
      const text = pending + chunk;
      pending = text.slice(consume(text, listener));
      return pending.length <= MAX_PENDING;
    },
  };
}

/** Tells everything complete to the listener; returns where the incomplete rest begins. */
function consume(text: string, listener: XmlListener): number {
  let at = 0;
  for (;;) {
    const tag = text.indexOf('<', at);
    const textEnd = tag === -1 ? endOfWholeText(text, at) : tag;
    if (textEnd > at) listener.text(resolveEntities(text.slice(at, textEnd)));
    if (tag === -1) return textEnd;
    const next = consumeTag(text, tag, listener);
    if (next === -1) return tag;
    at = next;
  }
}

/** Text is handed on except for an entity that may be cut off at the end. */
function endOfWholeText(text: string, from: number): number {
  const ampersand = text.lastIndexOf('&');
  return ampersand >= from && text.indexOf(';', ampersand) === -1 ? ampersand : text.length;
}

/** Returns where the tag ends, or −1 when its end has not arrived. */
function consumeTag(text: string, start: number, listener: XmlListener): number {
  if (text.startsWith('<!--', start)) return after(text, '-->', start);
  if (text.startsWith('<![CDATA[', start)) {
    const end = after(text, ']]>', start);
    if (end !== -1) listener.text(text.slice(start + 9, end - 3));
    return end;
  }
  const end = endOfTag(text, start);
  if (end === -1) return -1;
  const second = text.charCodeAt(start + 1);
  if (second === 0x2f) listener.close(localName(text.slice(start + 2, end - 1).trimEnd()));
  else if (second !== 0x3f && second !== 0x21) openTag(text.slice(start + 1, end - 1), listener);
  return end;
}

function openTag(inside: string, listener: XmlListener): void {
  const empty = inside.endsWith('/');
  const body = empty ? inside.slice(0, -1) : inside;
  const blank = body.search(/\s/);
  const name = localName(blank === -1 ? body : body.slice(0, blank));
  listener.open(name, blank === -1 ? '' : body.slice(blank));
  if (empty) listener.close(name);
}

/** One behind the `>` that ends a tag; a `>` inside a quoted attribute is none. */
function endOfTag(text: string, start: number): number {
  const end = text.indexOf('>', start);
  if (end === -1) return -1;
  const quotes = text.slice(start, end).match(/["']/g);
  if (quotes === null || quotes.length % 2 === 0) return end + 1;
  const quoted = /^<(?:[^"'>]|"[^"]*"|'[^']*')*>/.exec(text.slice(start));
  return quoted === null ? -1 : start + quoted[0].length;
}

const after = (text: string, mark: string, from: number): number => {
  const at = text.indexOf(mark, from);
  return at === -1 ? -1 : at + mark.length;
};

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The value of one attribute, by its full name, in a tag's raw text. */
export function attribute(attributes: string, name: string): string | null {
  let at = attributes.indexOf(`${name}=`);
  while (at > 0 && !/\s/.test(attributes[at - 1] ?? '')) at = attributes.indexOf(`${name}=`, at + 1);
  if (at === -1) return null;
  const open = at + name.length + 1;
  const end = attributes.indexOf(attributes[open] ?? '', open + 1);
  return end === -1 ? null : resolveEntities(attributes.slice(open + 1, end));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function resolveEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{2,6});/gi, (whole, body: string) => {
    if (!body.startsWith('#')) return ENTITIES[body] ?? whole;
    const point = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
