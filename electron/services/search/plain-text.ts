/** A text as it is compared: full-width forms folded (NFKC), lower case, one space between words. */
export const plainText = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

/** A number as it is compared: full-width forms folded, upper case, without the gaps in which people group digits. */
export const plainCode = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/\s+/gu, '');

/** From here on a text may be a number's end. */
const CODE = /^[0-9A-Z_.:-]{3,80}$/;

/** The number a question may mean; null where it holds anything that no number has, or too little of one. */
export function asCode(text: string): string | null {
  const code = plainCode(text);
  return CODE.test(code) ? code : null;
}

/** Back to front, so that an index finds a number by its end. */
export const reversed = (code: string): string => [...code].reverse().join('');
