import type { Carrier } from '../carrier.ts';

/**
 * False where a platform's own pattern says that this is no number of the carrier: a hint, for such patterns lag behind
 * what carriers print. Without a pattern, or with one that is not plain enough to be tried safely, everything fits.
 */
export function fitsPattern({ waybillPattern = '' }: Pick<Carrier, 'waybillPattern'>, waybill: string): boolean {
  if (waybillPattern === '' || !isPlain(waybillPattern)) return true;
  try {
    return new RegExp(waybillPattern, 'i').test(waybill);
  } catch {
    return true;
  }
}

/**
 * The pattern comes from outside and runs while somebody waits: repeated groups, references and more than three open
 * repetitions in one alternative could take for ever on a short text.
 */
function isPlain(pattern: string): boolean {
  if (/\)\s*[*+{]|\\[1-9]|\\k|\(\?[^:]/.test(pattern)) return false;
  return pattern.split('|').every((part) => (part.match(/[*+]|\{\d*,\}/g)?.length ?? 0) <= 3);
}
