import type { Cipher } from '../../services/ports.ts';
import { createKeyFileCipher } from './key-file-cipher.ts';
import { createPassphraseCipher } from './passphrase-cipher.ts';

export const PASSPHRASE_VARIABLE = 'DISPATCH_DESK_PASSPHRASE';

/** The cipher of a host without Electron: a passphrase where one is given, else the key file. */
export function createNodeCipher(dataDir: string, env: Readonly<Record<string, string | undefined>>): Cipher {
  const passphrase = env[PASSPHRASE_VARIABLE];
  return passphrase === undefined || passphrase === ''
    ? createKeyFileCipher(dataDir)
    : createPassphraseCipher(dataDir, passphrase);
}
