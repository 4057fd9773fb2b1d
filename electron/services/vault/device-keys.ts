import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Cipher } from '../ports.ts';

const KEY_BYTES = 32;

/** A key of this desk. `lost`: there is one, and this machine or passphrase cannot open it. */
export type DeviceKey =
  | { readonly state: 'good'; readonly key: Uint8Array; readonly note: string }
  | { readonly state: 'lost' | 'unsafe' };

type Options = {
  readonly database: Database;
  readonly cipher: Cipher;
  readonly name: string;
  readonly nowMs: number;
  /** Sealed together with a new key, so that nobody can change it later. */
  readonly note?: () => string;
  /**
   * Makes a new key where the old one is lost; what was made under the old one stays as it is. `same-cipher`: only where
   * this very back end had sealed it, so that a host with another one does not throw away what that one can open.
   */
  readonly replaceLost?: 'never' | 'same-cipher' | 'always';
};

/**
 * Opens a 256-bit key kept by the host's cipher, made on first use. `unsafe` where the host has no safe place for it:
 * then none is made, as with credentials (RELIABILITY S17).
 */
export async function openDeviceKey(options: Options): Promise<DeviceKey> {
  const { database, cipher, name } = options;
  const row = database
    .prepare<[string], { sealed: Buffer; sealedBy: string }>(
      'SELECT sealed, cipher AS sealedBy FROM device_key WHERE name = ?',
    )
    .get(name);
  if (!cipher.available) return { state: row === undefined ? 'unsafe' : 'lost' };
  if (row === undefined) return await makeKey(options);
  const opened = await open(cipher, row.sealed);
  if (opened !== null) return opened;
  const { replaceLost = 'never' } = options;
  const isGone = replaceLost === 'always' || (replaceLost === 'same-cipher' && row.sealedBy === cipher.name);
  return isGone ? await makeKey(options) : { state: 'lost' };
}

async function makeKey({ database, cipher, name, nowMs, note }: Options): Promise<DeviceKey> {
  const key = randomBytes(KEY_BYTES);
  const said = note?.() ?? '';
  const sealed = await cipher.seal(`${key.toString('hex')} ${said}`);
  database
    .prepare('INSERT OR REPLACE INTO device_key (name, cipher, sealed, created_at_ms) VALUES (?, ?, ?, ?)')
    .run(name, cipher.name, Buffer.from(sealed), nowMs);
  return { state: 'good', key, note: said };
}

async function open(cipher: Cipher, sealed: Uint8Array): Promise<DeviceKey | null> {
  try {
    const [hex = '', ...note] = (await cipher.open(sealed)).split(' ');
    const key = Buffer.from(hex, 'hex');
    return key.length === KEY_BYTES ? { state: 'good', key, note: note.join(' ') } : null;
  } catch {
    return null;
  }
}
