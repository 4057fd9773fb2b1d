/**
 * The character of digits typed on the number pad while Alt is held, or null for none. Scanners that must not depend on the
 * keyboard's layout send every character so: `0` and three digits, three digits, or five digits of the code point.
 */
export function altNumpadChar(digits: string): string | null {
  const point = Number(digits);
  if (!/^\d{1,5}$/.test(digits) || point === 0 || (point >= 0xd800 && point <= 0xdfff)) return null;
  return String.fromCodePoint(point);
}
