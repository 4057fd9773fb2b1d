/** Digits a spreadsheet program keeps of a number; the sixteenth and later ones become zeros (PLATFORMS 8.1). */
const KEPT_DIGITS = 15;

/** A cell's text without what people add so that a spreadsheet leaves long numbers alone: `="123"`, a leading `'`, a tab. */
export function cleanCell(text: string): string {
  const bare = text.trim();
  const formula = /^="([^"]*)"$/.exec(bare);
  if (formula) return (formula[1] ?? '').trim();
  return bare.startsWith("'") ? bare.slice(1).trim() : bare;
}

/** True for a number in the form a spreadsheet writes it once digits are gone, for example `3.70461E+18`. */
export const isRounded = (text: string): boolean => /^\d(?:\.\d+)?E\+\d{1,3}$/i.test(text);

/**
 * A number cell of an XLSX file as text, exactly where it can be. `lost` when it has more digits than a spreadsheet
 * keeps: an id of such a length was typed differently from what the file holds.
 */
export function numberCell(raw: string): { readonly text: string; readonly lost: boolean } {
  if (/^\d+$/.test(raw) && raw.length <= KEPT_DIGITS) return { text: raw, lost: false };
  const value = Number(raw);
  if (!Number.isFinite(value)) return { text: raw, lost: false };
  if (Number.isInteger(value) && Math.abs(value) >= 10 ** KEPT_DIGITS)
    return { text: /^\d+$/.test(raw) ? raw : BigInt(value).toString(), lost: true };
  return { text: String(value), lost: false };
}
