import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + IV_BYTES + TAG_BYTES;

/** Seals and opens text under one 256-bit key with AES-256-GCM. Layout: version, nonce, tag, ciphertext. */
export type Box = {
  readonly seal: (plain: string) => Uint8Array;
  /** Throws when the bytes were sealed under another key or purpose, or were changed since. */
  readonly open: (sealed: Uint8Array) => string;
};

/** @param purpose bound to every value, so that what one cipher sealed is nothing to another with the same key */
export function createBox(key: Uint8Array, purpose: string): Box {
  const bound = Buffer.from(`dispatch-desk:${purpose}:${VERSION}`);
  return {
    seal: (plain) => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES }).setAAD(bound);
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([Uint8Array.of(VERSION), iv, cipher.getAuthTag(), body]);
    },
    open: (sealed) => {
      if (sealed.length < HEAD_BYTES || sealed[0] !== VERSION) throw new Error('Not a sealed value of this version');
      const iv = sealed.subarray(1, 1 + IV_BYTES);
      const opener = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
        .setAAD(bound)
        .setAuthTag(sealed.subarray(1 + IV_BYTES, HEAD_BYTES));
      return Buffer.concat([opener.update(sealed.subarray(HEAD_BYTES)), opener.final()]).toString('utf8');
    },
  };
}
