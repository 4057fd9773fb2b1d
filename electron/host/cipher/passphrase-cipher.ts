import { randomBytes, scryptSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cipher } from '../../services/ports.ts';
import { createBox } from './authenticated-box.ts';
import { unavailable } from './key-file-cipher.ts';

/** Cost of one guess: 128 MiB of memory (RELIABILITY S22 takes the same values for PINs). */
const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const CHECK_WORD = 'dispatch-desk';

/**
 * AES-256-GCM under a key derived from a passphrase that is typed at start and kept nowhere. `vault.salt` holds the salt
 * and a sealed check word, so that a wrong passphrase is noticed at start and not at the first shipment.
 */
export function createPassphraseCipher(dataDir: string, passphrase: string): Cipher {
  const file = join(dataDir, 'vault.salt');
  if (!existsSync(file)) writeSalt(file, passphrase);
  const stored = readFileSync(file);
  const box = deriveBox(stored.subarray(0, SALT_BYTES), passphrase);
  try {
    if (box.open(stored.subarray(SALT_BYTES)) !== CHECK_WORD) return unavailable('passphrase:wrong');
  } catch {
    return unavailable('passphrase:wrong');
  }
  return {
    name: 'passphrase',
    available: true,
    seal: async (plain) => box.seal(plain),
    open: async (sealed) => box.open(sealed),
  };
}

function writeSalt(file: string, passphrase: string): void {
  const salt = randomBytes(SALT_BYTES);
  const check = deriveBox(salt, passphrase).seal(CHECK_WORD);
  writeFileSync(file, Buffer.concat([salt, check]), { flag: 'wx', mode: 0o600, flush: true });
}

const deriveBox = (salt: Uint8Array, passphrase: string) =>
  createBox(scryptSync(passphrase.normalize('NFKC'), salt, KEY_BYTES, SCRYPT), 'passphrase');
