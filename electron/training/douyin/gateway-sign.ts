import { createHash } from 'node:crypto';

/** The signature over a form as the vendor's own samples compute it. */
export function gatewaySign(form: ReadonlyMap<string, string>, secret: string): string {
  const names = [...form.keys()].filter((name) => name !== 'sign').sort();
  let text = secret;
  for (const name of names) text += `${name}${form.get(name) ?? ''}`;
  return createHash('md5')
    .update(Buffer.from(text + secret, 'utf8'))
    .digest('hex');
}
