import { z } from 'zod';

/** What kind of barcode a scanner says it read; it tells a courier's label (Code 128) from goods (EAN) and links (QR). */
export const SymbologySchema = z.enum([
  'ean',
  'code-128',
  'gs1-128',
  'code-39',
  'code-93',
  'itf',
  'codabar',
  'gs1-databar',
  'data-matrix',
  'qr',
  'pdf417',
  'aztec',
  'other',
]);
export type Symbology = z.infer<typeof SymbologySchema>;

/** A scan without its prefix, and what the prefix said. */
export type AimReading = { readonly text: string; readonly symbology: Symbology | null };

/** `]` as it comes, as a Chinese input method writes it, and in full width; then a letter and a digit or letter. */
const AIM = /^[\]】］]([A-Za-z])([0-9A-Za-z])(?=.)/su;

/**
 * Takes the AIM identifier of ISO/IEC 15424 off a scan (`]C0…`, `]E0…`, `】C1…`). No code of ours starts with a bracket, so
 * nothing else is ever cut.
 */
export function readAim(raw: string): AimReading {
  const found = AIM.exec(raw);
  if (!found) return { text: raw, symbology: null };
  const [prefix, letter = '', modifier = ''] = found;
  return { text: raw.slice(prefix.length), symbology: symbologyOf(letter, modifier) };
}

function symbologyOf(letter: string, modifier: string): Symbology {
  if (letter === 'C') return modifier === '1' || modifier === '2' ? 'gs1-128' : 'code-128';
  return BY_LETTER[letter] ?? 'other';
}

const BY_LETTER: { readonly [letter: string]: Symbology } = {
  A: 'code-39',
  E: 'ean',
  F: 'codabar',
  G: 'code-93',
  I: 'itf',
  L: 'pdf417',
  Q: 'qr',
  d: 'data-matrix',
  e: 'gs1-databar',
  z: 'aztec',
};
