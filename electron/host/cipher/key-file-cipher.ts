import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cipher } from '../../services/ports.ts';
import { createBox } from './authenticated-box.ts';
import { writeOnce } from './write-once.ts';

const KEY_BYTES = 32;
const OWNER_ONLY = 0o600;

/**
 * AES-256-GCM under a key in the data folder that only its user may read. It keeps secrets out of the database file and
 * its backups; it does not protect from somebody who can read the whole folder. A damaged key file is never replaced,
 * since that would make every sealed value unreadable for good.
 */
export function createKeyFileCipher(dataDir: string): Cipher {
  const key = readOrCreateKey(join(dataDir, 'vault.key'));
  if (key === null) return unavailable('key-file:damaged');
  const box = createBox(key, 'key-file');
  return {
    name: 'key-file',
    available: true,
    seal: async (plain) => box.seal(plain),
    open: async (sealed) => box.open(sealed),
  };
}

/** A cipher that refuses; its name says why and reaches the screen in the problem `credentials-unsafe`. */
export function unavailable(name: string): Cipher {
  const refuse = async (): Promise<never> => {
    throw new Error(`The cipher ${name} is not available`);
  };
  return { name, available: false, seal: refuse, open: refuse };
}

function readOrCreateKey(file: string): Uint8Array | null {
  // On disk before the first value is sealed under it: a key lost in a power cut would take the values with it.
  if (!existsSync(file)) writeOnce(file, randomBytes(KEY_BYTES));
  // A copy made by hand may have lost the mode; the key is the user's own either way.
  else if (process.platform !== 'win32') chmodSync(file, OWNER_ONLY);
  const key = readFileSync(file);
  return key.length === KEY_BYTES ? key : null;
}
