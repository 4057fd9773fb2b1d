import { generateKeyPairSync, sign } from 'node:crypto';

/**
 * A key pair and a certificate signed by itself, made on the spot so that no private key lies in the repository.
 * `notAfter` lies before 2050, the last year the two-digit form can say.
 */
export function selfSigned(options: { readonly name: string; readonly notAfter: Date }): {
  readonly key: string;
  readonly cert: string;
} {
  const pair = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const algorithm = seq(oid('2a8648ce3d040302'));
  const name = seq(set(seq(oid('550403'), utf8(options.name))));
  const validity = seq(utcTime(new Date('2020-01-01T00:00:00Z')), utcTime(options.notAfter));
  const dnsName = der(0x82, Buffer.from(options.name));
  const ipName = der(0x87, Buffer.from([127, 0, 0, 1]));
  const names = options.name === 'localhost' ? [dnsName, ipName] : [dnsName];
  const extensions = seq(
    seq(oid('551d13'), der(0x01, Buffer.from([0xff])), der(0x04, seq(der(0x01, Buffer.from([0xff]))))),
    seq(oid('551d11'), der(0x04, seq(...names))),
  );
  const body = seq(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    algorithm,
    name,
    validity,
    name,
    pair.publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  );
  const signature = der(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', body, pair.privateKey)]));
  const base64 = seq(body, algorithm, signature).toString('base64').replace(/.{64}/g, '$&\n');
  return {
    key: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
  };
}

function der(tag: number, content: Buffer): Buffer {
  const size = content.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}
const seq = (...parts: readonly Buffer[]): Buffer => der(0x30, Buffer.concat(parts));
const set = (...parts: readonly Buffer[]): Buffer => der(0x31, Buffer.concat(parts));
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const utf8 = (text: string): Buffer => der(0x0c, Buffer.from(text));
const utcTime = (date: Date): Buffer =>
  der(0x17, Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));
