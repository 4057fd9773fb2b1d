import type { SafeStorage } from 'electron';
import { unavailable } from '../host/cipher/key-file-cipher.ts';
import type { Cipher } from '../services/ports.ts';

type KeyStore = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>;

/**
 * The operating system's own key store. On Linux `basic_text` is a password everybody knows and `unknown` may become it:
 * both are refused (RELIABILITY F8), as is a machine that says it cannot encrypt. Call after Electron is ready.
 */
export async function createSafeStorageCipher(store: KeyStore, platform: NodeJS.Platform): Promise<Cipher> {
  const backend = backendName(store, platform);
  const name = `safeStorage:${backend}`;
  if (backend === 'basic_text' || backend === 'unknown') return unavailable(name);
  if (!(await store.isAsyncEncryptionAvailable().catch(() => false))) return unavailable(name);
  return {
    name,
    available: true,
    seal: (plain) => store.encryptStringAsync(plain),
    open: async (sealed) => (await store.decryptStringAsync(Buffer.from(sealed))).result,
    isOutdated: async (sealed) => (await store.decryptStringAsync(Buffer.from(sealed))).shouldReEncrypt,
  };
}

function backendName(store: KeyStore, platform: NodeJS.Platform): string {
  if (platform === 'win32') return 'dpapi';
  return platform === 'darwin' ? 'keychain' : store.getSelectedStorageBackend();
}
