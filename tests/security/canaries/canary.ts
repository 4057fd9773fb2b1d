/** What must not come out, and stands for real ones: invented, long enough never to occur by chance. */
export const SECRET = 'example-secret-canary-7f3a';
export const TOKEN = 'example-token-canary-51de';
export const PIN = '739104882615';
export const PHONE = '13987650412';
export const BUYER = '隗小禾';
export const ADDRESS = '青溪路八十八弄十二号';

/** Numbers that belong into the database and what is exported from it, and nowhere else. */
export const ORDER = '3704612354559743';
export const WAYBILL = 'SF7700112233';

/** Never anywhere. */
export const NOWHERE: readonly string[] = [SECRET, TOKEN, PIN, PHONE, BUYER, ADDRESS];

/** As it is, its end, in an address, in base64 at any offset, in hexadecimal, escaped, reversed. */
export function disguises(canary: string): readonly string[] {
  const bytes = Buffer.from(canary);
  // What stands beside it decides the first and the last group of four.
  const base64 = ['', 'x', 'xx'].map((lead) => {
    const whole = Buffer.concat([Buffer.from(lead), bytes]);
    return whole.toString('base64').slice(4, Math.min(24, Math.floor(whole.length / 3) * 4));
  });
  const ends = canary.length > 20 ? [canary.slice(-10)] : [];
  return [
    canary,
    ...ends,
    encodeURIComponent(canary),
    ...base64.filter((form) => form.length >= 8),
    bytes.toString('hex'),
    JSON.stringify(canary)
      .replace(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`)
      .slice(1, -1),
    [...canary].reverse().join(''),
  ];
}

/** Every canary that a text or a file holds, and as what. */
export function hitsIn(content: string | Uint8Array, canaries: readonly string[] = NOWHERE): readonly string[] {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
  return canaries.flatMap((canary) =>
    disguises(canary)
      .filter((form) => bytes.includes(form))
      .map((form) => `${canary} as ${form}`),
  );
}
