const CHARSETS: Readonly<Record<string, string>> = {
  '': 'utf-8',
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  gbk: 'gbk',
  gb2312: 'gbk',
  gb18030: 'gb18030',
};

/**
 * Decodes a body by the charset its `Content-Type` names; UTF-8 where it names none. Null where the charset is unknown
 * or, when `strict`, where a byte does not belong to it: a repaired text could read as a success that was never said.
 */
export function decodeText(bytes: Uint8Array, contentType: string, strict: boolean): string | null {
  const named = /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(contentType)?.[1]?.toLowerCase() ?? '';
  const label = CHARSETS[named] ?? (strict ? null : 'utf-8');
  if (label === null) return null;
  try {
    return new TextDecoder(label, { fatal: strict }).decode(bytes);
  } catch {
    return null;
  }
}
