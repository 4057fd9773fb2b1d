import type { ExactJson } from '../../../../shared/kernel/json.ts';

/** Keys the pages and older shops print wrongly. */
const MISSPELT: Readonly<Record<string, string>> = { craete_time: 'create_time', slae_price: 'sale_price' };

/**
 * Brings keys to the form the field tables use: without blanks around them, in lower case, misspelt ones put right. Where
 * an object has both, the rightly spelt key counts.
 */
export function tidyKeys(value: ExactJson): ExactJson {
  if (Array.isArray(value)) return value.map((item: ExactJson) => tidyKeys(item));
  if (typeof value !== 'object' || value === null) return value;
  const tidy = new Map<string, ExactJson>();
  for (const [key, inner] of Object.entries(value)) {
    const plain = key.trim().toLowerCase();
    const right = MISSPELT[plain] ?? plain;
    if (right === key || !tidy.has(right)) tidy.set(right, tidyKeys(inner));
  }
  return Object.fromEntries(tidy);
}
