const LONGEST = 48;

/** A raw code fit for one line: what cannot be printed as its number, the middle of a monster left out. */
export function shownCode(text: string): string {
  const head = text.length > LONGEST ? `${text.slice(0, LONGEST - 8)}…${text.slice(-6)}` : text;
  return head.replace(/\p{Cc}/gu, (char) => `\\x${(char.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`);
}
