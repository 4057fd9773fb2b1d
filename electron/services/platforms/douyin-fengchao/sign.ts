import { createHash } from 'node:crypto';

/** Fields of a form, in the order they are sent; all values are text. */
export type FormFields = readonly (readonly [name: string, value: string])[];

/**
 * The signature of a form: every field but `sign`, by name in code-unit order, name and value joined without anything
 * between, the AppSecret before and after, MD5 over UTF-8 in lower-case hex. Values are the raw ones, empty ones count.
 */
export function signOf(fields: FormFields, appSecret: string): string {
  const joined = fields
    .filter(([name]) => name !== 'sign')
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => name + value)
    .join('');
  return createHash('md5').update(`${appSecret}${joined}${appSecret}`, 'utf8').digest('hex');
}

/** The bytes of a signed form: exactly the values that were signed, URL-encoded as UTF-8. */
export function signedForm(fields: FormFields, appSecret: string): Uint8Array {
  const form = new URLSearchParams();
  for (const [name, value] of fields) form.append(name, value);
  form.append('sign', signOf(fields, appSecret));
  return Buffer.from(form.toString(), 'utf8');
}
