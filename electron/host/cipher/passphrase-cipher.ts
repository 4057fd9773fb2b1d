import { randomBytes, scryptSync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cipher } from '../../services/ports.ts';
import { type Box, createBox } from './authenticated-box.ts';
import { unavailable } from './key-file-cipher.ts';
import { writeOnce } from './write-once.ts';

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
  const box = existsSync(file) ? openBox(readFileSync(file), passphrase) : newBox(file, passphrase);
  if (box === null) return unavailable('passphrase:wrong');
  return {
    name: 'passphrase',
    available: true,
    seal: async (plain) => box.seal(plain),
    open: async (sealed) => box.open(sealed),
  };
}

function newBox(file: string, passphrase: string): Box {
  const salt = randomBytes(SALT_BYTES);
  const box = deriveBox(salt, passphrase);
  writeOnce(file, Buffer.concat([salt, box.seal(CHECK_WORD)]));
  return box;
}

/** Null where the passphrase is not the one the file was made with. */
function openBox(stored: Uint8Array, passphrase: string): Box | null {
  const box = deriveBox(stored.subarray(0, SALT_BYTES), passphrase);
  try {
    return box.open(stored.subarray(SALT_BYTES)) === CHECK_WORD ? box : null;
  } catch {
    return null;
  }
}

const deriveBox = (salt: Uint8Array, passphrase: string): Box =>
  createBox(scryptSync(passphrase.normalize('NFKC'), salt, KEY_BYTES, SCRYPT), 'passphrase');
