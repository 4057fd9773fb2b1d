import { createHash } from 'node:crypto';

/** Fields of a form, in the order they are sent; all values are text. */
export type FormFields = readonly (readonly [name: string, value: string])[];

/** A `multipart/form-data` body as in the document's samples. The same fields always give the same bytes. */
export function multipartForm(fields: FormFields): { readonly body: Uint8Array; readonly contentType: string } {
  const boundary = boundaryFor(fields);
  const parts = fields.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return {
    body: Buffer.from(`${parts.join('')}--${boundary}--\r\n`, 'utf8'),
    contentType: `multipart/form-data; boundary=${boundary}`,
  };
}

/** A boundary no value holds, so that no value can end its part or begin another. */
function boundaryFor(fields: FormFields): string {
  let text = JSON.stringify(fields);
  for (;;) {
    const boundary = `DispatchDesk${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
    if (!fields.some(([, value]) => value.includes(boundary))) return boundary;
    text += boundary;
  }
}
