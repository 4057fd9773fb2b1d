import { randomBytes } from 'node:crypto';
import { argon2id, argon2Verify } from 'hash-wasm';

/** Argon2id as OWASP recommends it: 19 MiB, two passes, one lane. WebAssembly: the same under Node and Electron. */
const COST = { parallelism: 1, iterations: 2, memorySize: 19_456, hashLength: 32 } as const;
const SALT_BYTES = 16;

/** Hashes PINs under the desk's own secret, without which a copied database is of no use for guessing. */
export type PinHash = {
  readonly make: (pin: string) => Promise<string>;
  readonly matches: (pin: string, hash: string) => Promise<boolean>;
};

/** @param pepper 32 bytes kept by the host's cipher, never in the database in clear */
export const createPinHash = (pepper: Uint8Array): PinHash => ({
  make: (pin) =>
    argon2id({ ...COST, password: pin, salt: randomBytes(SALT_BYTES), secret: pepper, outputType: 'encoded' }),
  matches: (pin, hash) => argon2Verify({ password: pin, hash, secret: pepper }),
});
